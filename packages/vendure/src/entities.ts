import type {
  CheckoutRecord,
  CheckoutState,
  CurrencyCode,
  ErrorFacts,
  OperationStep,
  PaymentOperation,
} from '@craftgate-commerce/core'
import { type DeepPartial, VendureEntity } from '@vendure/core'
import { Column, Entity, Index, Unique, type ValueTransformer } from 'typeorm'

// The four tables of the plugin. Core decides what stands in them; the classes here only say how it is stored.

/** Postgres and MySQL answer a bigint as text. All of ours (payment ids, minor units) fit a JavaScript number. */
const wholeNumber: ValueTransformer = {
  from: (stored: string | number | null) => (stored === null ? null : Number(stored)),
  to: (value: number | null | undefined) => value,
}

/** One attempt to pay, as core wrote it. The unique keys make two tabs and two servers safe. */
@Entity()
@Unique(['reference', 'attempt'])
@Index(['state', 'changedAt'])
export class CraftgateCheckout extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateCheckout>) {
    super(input)
  }

  /** conversationId and externalId at Craftgate. */
  @Column({ type: 'varchar', unique: true })
  recordId: string

  @Column({ type: 'varchar' })
  reference: string

  @Column({ type: 'int' })
  attempt: number

  @Column({ type: 'varchar' })
  merchant: string

  /** Id of the order. */
  @Index()
  @Column({ type: 'varchar' })
  order: string

  /** Token of the channel; a copy out of `context`, so that a channel's merchant sees his own only. */
  @Index()
  @Column({ type: 'varchar' })
  channel: string

  @Column('simple-json')
  context: Readonly<Record<string, string>>

  @Column({ type: 'varchar' })
  phase: CheckoutRecord['phase']

  @Column({ type: 'varchar' })
  state: CheckoutState

  @Column({ type: 'bigint', transformer: wholeNumber })
  amount: number

  @Column({ type: 'varchar' })
  currency: CurrencyCode

  @Column({ type: 'varchar', nullable: true, unique: true })
  token: string | null

  @Column({ type: 'text', nullable: true })
  pageUrl: string | null

  @Index()
  @Column({ type: 'bigint', nullable: true, transformer: wholeNumber })
  paymentId: number | null

  @Column({ type: Date })
  startedAt: Date

  @Column({ type: Date })
  changedAt: Date

  @Column({ type: Date, nullable: true })
  expiresAt: Date | null

  @Column({ type: 'text', nullable: true })
  note: string | null

  @Column({ type: 'int' })
  version: number
}

/** A capture, void or refund, written down before it is sent. */
@Entity()
@Index(['state', 'changedAt'])
export class CraftgateOperation extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateOperation>) {
    super(input)
  }

  @Column({ type: 'varchar', unique: true })
  operationKey: string

  @Column({ type: 'varchar' })
  kind: PaymentOperation['kind']

  @Column({ type: 'varchar' })
  merchant: string

  @Index()
  @Column({ type: 'bigint', transformer: wholeNumber })
  paymentId: number

  @Column({ type: 'bigint', transformer: wholeNumber })
  amount: number

  @Column({ type: 'varchar' })
  currency: CurrencyCode

  @Column('simple-json')
  steps: readonly OperationStep[]

  @Column({ type: 'varchar' })
  state: PaymentOperation['state']

  @Column({ type: 'boolean', nullable: true })
  cancelled: boolean | null

  @Column('simple-json', { nullable: true })
  error: ErrorFacts | null

  @Column({ type: 'varchar', nullable: true })
  shopReference: string | null

  @Column({ type: Date })
  startedAt: Date

  @Column({ type: Date })
  changedAt: Date

  @Column({ type: 'int' })
  version: number
}

/** A webhook event that was handled. */
@Entity()
export class CraftgateEvent extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateEvent>) {
    super(input)
  }

  @Column({ type: 'varchar', unique: true })
  eventKey: string
}

/** A row to hold while money calls are made for one payment. Nothing else ever writes it, so nothing else ever waits. */
@Entity()
export class CraftgateLock extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateLock>) {
    super(input)
  }

  @Column({ type: 'bigint', unique: true, transformer: wholeNumber })
  paymentId: number
}
