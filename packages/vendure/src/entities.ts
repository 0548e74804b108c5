import type { AlertRecord, CurrencyCode } from '@craftgate-commerce/core'
import {
  FIGURE_COLUMNS,
  type SalesRow,
  type StoredCheckout,
  type StoredMoney,
  type StoredOperation,
  type StoredTransfer,
  type StoredWalletOperation,
} from '@craftgate-commerce/core/adapter'
import type { PanelUser } from '@craftgate-commerce/panel'
import { type DeepPartial, VendureEntity } from '@vendure/core'
import {
  Column,
  Entity,
  getMetadataArgsStorage,
  Index,
  PrimaryColumn,
  Unique,
  type ValueTransformer,
} from 'typeorm'

// The tables of the plugin. Core decides what stands in them; the classes here only say how it is stored.

/** Postgres and MySQL answer a bigint as text. All of ours (payment ids, minor units) fit a JavaScript number. */
const wholeNumber: ValueTransformer = {
  from: (stored: string | number | null) => (stored === null ? null : Number(stored)),
  to: (value: number | null | undefined) => value,
}

/** What every row of money has. */
abstract class MoneyRow extends VendureEntity implements StoredMoney {
  /** A merchant in an environment: what payment ids are numbered in. */
  @Column({ type: 'varchar' })
  account: string

  @Column({ type: 'bigint', transformer: wholeNumber })
  amount: number

  @Column({ type: 'varchar' })
  currency: CurrencyCode

  @Column({ type: Date })
  startedAt: Date

  @Column({ type: Date })
  changedAt: Date

  @Column({ type: 'int' })
  version: number
}

/** One attempt to pay, as core wrote it. The unique keys make two tabs and two servers safe. */
@Entity()
@Unique(['reference', 'attempt'])
@Index(['state', 'changedAt'])
@Index(['changedAt'])
@Index(['channel', 'id'])
@Index(['channel', 'state', 'id'])
@Index(['channel', 'state', 'changedAt', 'id'])
@Index(['channel', 'changedAt', 'id'])
@Index(['channel', 'method', 'id'])
@Index(['channel', 'account', 'id'])
@Index(['channel', 'currency', 'amount', 'id'])
export class CraftgateCheckout extends MoneyRow implements StoredCheckout {
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

  /** Id of the order. */
  @Index()
  @Column({ type: 'varchar' })
  order: string

  /** Id of the channel; a copy out of `context`, so that a channel's merchant sees his own only. */
  @Column({ type: 'varchar' })
  channel: string

  @Column('simple-json')
  context: StoredCheckout['context']

  @Column({ type: 'varchar' })
  phase: StoredCheckout['phase']

  @Column({ type: 'varchar' })
  state: StoredCheckout['state']

  @Column({ type: 'varchar', nullable: true, unique: true })
  token: string | null

  @Column({ type: 'text', nullable: true })
  pageUrl: string | null

  @Column('simple-json')
  paymentIds: StoredCheckout['paymentIds']

  /** The lead; a copy out of `paymentIds`, so that the admin's list can filter by it. */
  @Index()
  @Column({ type: 'bigint', nullable: true, transformer: wholeNumber })
  paymentId: number | null

  @Column({ type: 'varchar', nullable: true })
  method: string | null

  @Column({ type: Date })
  stateSince: Date

  @Column({ type: 'varchar', nullable: true })
  standing: StoredCheckout['standing']

  @Column({ type: Date, nullable: true })
  expiresAt: Date | null

  @Index()
  @Column({ type: Date, nullable: true })
  nextCheckAt: Date | null

  @Column({ type: 'text', nullable: true })
  note: string | null
}

/** The attempt that a payment belongs to: to one, within its account. */
@Entity()
export class CraftgateCheckoutPayment {
  @PrimaryColumn({ type: 'varchar' })
  account: string

  @PrimaryColumn({ type: 'bigint', transformer: wholeNumber })
  paymentId: number

  /** `CraftgateCheckout.recordId`. */
  @Index()
  @Column({ type: 'varchar' })
  recordId: string
}

/** A capture, void or refund, written down before it is sent. */
@Entity()
@Unique(['account', 'operationKey'])
@Index(['account', 'paymentId'])
@Index(['acknowledgedAt', 'changedAt'])
@Index(['account', 'state', 'changedAt'])
export class CraftgateOperation extends MoneyRow implements StoredOperation {
  constructor(input?: DeepPartial<CraftgateOperation>) {
    super(input)
  }

  @Column({ type: 'varchar' })
  operationKey: string

  @Column({ type: 'varchar' })
  kind: StoredOperation['kind']

  @Column({ type: 'bigint', transformer: wholeNumber })
  paymentId: number

  @Column('simple-json')
  steps: StoredOperation['steps']

  @Column({ type: 'varchar' })
  state: StoredOperation['state']

  @Column('simple-json', { nullable: true })
  request: StoredOperation['request']

  @Column({ type: 'boolean', nullable: true })
  cancelled: boolean | null

  @Column('simple-json', { nullable: true })
  error: StoredOperation['error']

  @Column({ type: 'varchar', nullable: true })
  shopReference: string | null

  /** Null while Vendure's own row for it is not known to be committed. */
  @Column({ type: Date, nullable: true })
  acknowledgedAt: Date | null
}

/** Money of a member's wallet, written down before it is moved. */
@Entity()
@Unique(['account', 'operationKey'])
@Index(['account', 'memberId', 'startedAt'])
@Index(['endedAt', 'changedAt'])
export class CraftgateWalletOperation extends MoneyRow implements StoredWalletOperation {
  constructor(input?: DeepPartial<CraftgateWalletOperation>) {
    super(input)
  }

  @Column({ type: 'varchar' })
  operationKey: string

  @Column({ type: 'varchar' })
  kind: StoredWalletOperation['kind']

  @Column({ type: 'bigint', transformer: wholeNumber })
  memberId: number

  @Column('simple-json')
  details: StoredWalletOperation['details']

  @Column('simple-json')
  step: StoredWalletOperation['step']

  @Column({ type: 'varchar' })
  state: StoredWalletOperation['state']

  @Column('simple-json', { nullable: true })
  error: StoredWalletOperation['error']

  /** Null while it is open. */
  @Column({ type: Date, nullable: true })
  endedAt: Date | null
}

/** What was said last of a kind of thing that needs attention. */
@Entity()
@Unique(['account', 'kind'])
export class CraftgateAlert extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateAlert>) {
    super(input)
  }

  @Column({ type: 'varchar' })
  account: string

  @Column({ type: 'varchar' })
  kind: string

  @Column({ type: 'varchar' })
  state: AlertRecord['state']

  @Column({ type: 'int' })
  count: number

  @Column({ type: Date })
  stateSince: Date

  @Column({ type: Date })
  raisedAt: Date

  @Column({ type: 'varchar' })
  messageId: string

  @Column('simple-json')
  pending: AlertRecord['pending']

  @Column({ type: 'int' })
  attempts: number

  @Column({ type: Date, nullable: true })
  nextAttemptAt: Date | null

  @Column({ type: Date })
  startedAt: Date

  @Column({ type: Date })
  changedAt: Date

  @Column({ type: 'int' })
  version: number
}

/** A webhook event that was handled. */
@Entity()
@Index(['createdAt'])
export class CraftgateEvent extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateEvent>) {
    super(input)
  }

  @Column({ type: 'varchar', unique: true })
  eventKey: string
}

/** A row to hold while money calls are made for one payment. Nothing else ever writes it, so nothing else ever waits. */
@Entity()
@Unique(['account', 'paymentId'])
export class CraftgateLock extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateLock>) {
    super(input)
  }

  @Column({ type: 'varchar' })
  account: string

  @Column({ type: 'bigint', transformer: wholeNumber })
  paymentId: number
}

/** A transfer to a bank account of the merchant's, and which orders it pays. Never deleted: it could be used again. */
@Entity()
@Unique(['account', 'transferId'])
@Index(['account', 'state', 'startedAt'])
export class CraftgateTransfer extends MoneyRow implements StoredTransfer {
  constructor(input?: DeepPartial<CraftgateTransfer>) {
    super(input)
  }

  /** Craftgate's number of the bank account record. */
  @Column({ type: 'bigint', transformer: wholeNumber })
  transferId: number

  @Column({ type: 'varchar' })
  state: StoredTransfer['state']

  @Column('simple-json')
  parts: StoredTransfer['parts']

  @Column({ type: 'varchar', nullable: true })
  reason: string | null
}

/**
 * Craftgate's key of the cards that a customer let it store. A table of its own: what stands in a custom field of the customer
 * can be written by shoppers, or is read by everybody who may read customers.
 */
@Entity()
@Unique(['customer', 'account'])
export class CraftgateCardOwner extends VendureEntity {
  constructor(input?: DeepPartial<CraftgateCardOwner>) {
    super(input)
  }

  /** Id of the customer; null when it is nobody's any more, and Craftgate has to forget the cards. */
  @Column({ type: 'varchar', nullable: true })
  customer: string | null

  @Column({ type: 'varchar' })
  account: string

  @Column({ type: 'varchar' })
  cardUserKey: string
}

/** A link that lets an administrator into the panel once, by the hash of its secret. */
@Entity()
@Index(['endsAt'])
export class CraftgatePanelLink extends VendureEntity {
  constructor(input?: DeepPartial<CraftgatePanelLink>) {
    super(input)
  }

  @Column({ type: 'varchar', unique: true })
  hash: string

  @Column('simple-json')
  asker: PanelUser

  @Column({ type: Date })
  endsAt: Date
}

/** What an administrator did in the panel; `createdAt` says when. Read newest first, by channel and one thing more at most. */
@Entity()
@Index(['createdAt'])
@Index(['shop', 'createdAt'])
@Index(['shop', 'userId', 'createdAt'])
@Index(['shop', 'action', 'createdAt'])
@Index(['shop', 'reference', 'createdAt'])
export class CraftgatePanelAudit extends VendureEntity {
  constructor(input?: DeepPartial<CraftgatePanelAudit>) {
    super(input)
  }

  /** Id of the channel that they worked in. */
  @Column({ type: 'varchar' })
  shop: string

  /** Id of the administrator's user. */
  @Column({ type: 'varchar' })
  userId: string

  @Column({ type: 'varchar' })
  userName: string

  @Column({ type: 'varchar' })
  action: string

  @Column({ type: 'varchar', nullable: true })
  reference: string | null
}

/**
 * What the panel's figures are counted from, read by one index that holds all of it. Lengths are such that MySQL takes that index.
 */
@Entity()
@Index('craftgate_sales_entry_figures', ['channel', 'account', 'moment', ...FIGURE_COLUMNS])
@Index(['moment'])
@Index(['account', 'moment'])
export class CraftgateSalesEntry implements SalesRow {
  @PrimaryColumn({ type: 'varchar', length: 140 })
  account: string

  @PrimaryColumn({ type: 'varchar', length: 140 })
  entry: string

  /** Id of the channel. */
  @Column({ type: 'varchar', length: 40 })
  channel: string

  @Column({ type: 'varchar', length: 120 })
  reference: string

  @Column({ type: 'varchar', length: 16 })
  kind: SalesRow['kind']

  @Column({ type: 'varchar', length: 3 })
  currency: string

  @Column({ type: 'bigint', transformer: wholeNumber })
  amount: number

  @Column({ type: 'bigint', transformer: wholeNumber })
  paid: number

  @Column({ type: 'varchar', length: 60 })
  method: string

  @Column({ type: 'int' })
  installment: number

  @Column({ type: 'varchar', length: 60 })
  bank: string

  @Column({ type: 'varchar', length: 60 })
  pos: string

  @Column({ type: 'varchar', length: 60 })
  errorgroup: string

  @Column({ type: 'bigint', nullable: true, transformer: wholeNumber })
  charged: number | null

  @Column({ type: 'bigint', nullable: true, transformer: wholeNumber })
  bankcommission: number | null

  @Column({ type: 'bigint', nullable: true, transformer: wholeNumber })
  blockageresolved: number | null

  /** Milliseconds since 1970. */
  @Column({ type: 'bigint', transformer: wholeNumber })
  moment: number
}

export const craftgateEntities = [
  CraftgateCheckout,
  CraftgateCheckoutPayment,
  CraftgateOperation,
  CraftgateWalletOperation,
  CraftgateAlert,
  CraftgateEvent,
  CraftgateLock,
  CraftgateTransfer,
  CraftgateCardOwner,
  CraftgatePanelLink,
  CraftgatePanelAudit,
  CraftgateSalesEntry,
] as const

/**
 * Our times carry a zone where the database has such a type (Postgres), so that processes in different zones agree, and
 * fractions of a second where it would round them away (MySQL, MariaDB). TypeORM wants the type when the class is declared,
 * and the database is known only when the plugin is configured.
 */
export function declareTimesFor(databaseType: string): void {
  const ours = new Set<unknown>([MoneyRow, ...craftgateEntities])
  const type = databaseType === 'postgres' ? 'timestamptz' : Date
  const precision = /mysql|mariadb/.test(databaseType) ? 6 : undefined
  for (const { target, options } of getMetadataArgsStorage().columns) {
    if (!ours.has(target) || (options.type !== Date && options.type !== 'timestamptz')) continue
    options.type = type
    options.precision = precision
  }
}
