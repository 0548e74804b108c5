import type { CheckoutRecord, CheckoutState, CurrencyCode } from '@craftgate-commerce/core'
import { type DeepPartial, VendureEntity } from '@vendure/core'
import { Column, Entity, Index, Unique } from 'typeorm'
import { wholeNumber } from './columns'

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
