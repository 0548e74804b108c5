// THE PORT. What a shop platform must provide, and nothing else: an adapter implements this interface,
// mounts `CraftgateCommerce.handle` and holds no rule of its own.
import type { AlertStore } from './alerts'
import type { OrderSnapshot } from './basket/order-snapshot'
import type { Deliveries } from './marketplace/deliveries'
import type { Localized } from './messages/localized'
import type { MethodName, OfflineMethod } from './methods'
import type { Money } from './money/money'
import type { OperationStep } from './operation-step'
import type { ErrorFacts, HeldOutcome, PaymentFacts, PaymentOutcome } from './payment/outcome'
import type { TransferRecord } from './transfers/transfer-record'
import type { WalletOperationStore } from './wallets/wallet-operation'

export type { OperationStep } from './operation-step'

/**
 * Life of one attempt to pay:
 * created -> open -> (review ->) authorized | captured | expired, or, when the money arrived and no order
 * can take it, refunding -> refunded, or needs-review (by option; the merchant decides).
 */
export type CheckoutState =
  | 'created'
  | 'open'
  | 'review'
  | 'authorized'
  | 'captured'
  | 'expired'
  | 'refunding'
  | 'refunded'
  | 'needs-review'

/**
 * How the money of an attempt that an order took stands, where captures, voids and refunds moved it on from what its state says:
 * captured, of a pre-authorization; voided: nothing was captured; given-back, after it was taken.
 */
export type PaymentStanding = 'captured' | 'captured-in-part' | 'voided' | 'given-back' | 'given-back-in-part'

/** One attempt to pay. Core writes it through `saveCheckout`; the adapter stores it and adds nothing. */
export interface CheckoutRecord {
  /** Unique per attempt. It is conversationId and externalId at Craftgate. */
  readonly id: string
  /** What the pay link names: the shop's payment session. All attempts of one session share it. */
  readonly reference: string
  /** 1 for the first attempt of a reference, then 2, 3 … */
  readonly attempt: number
  /** A merchant in an environment (`accountOf`); payment ids are numbered per account. */
  readonly account: string
  /** The shop's own pointer to the order; core never reads it. */
  readonly order: string
  /**
   * Whatever else the adapter needs to find its way back (channel, language …). Core writes and reads `wallet` (the
   * shopper whose stored cards the page offers; see `walletOf`), `threeDS` and `suspected` (`checkout/three-d-secure.ts`),
   * `multiPayment` (`checkout/multi-payment.ts`), `payBy`, `openedBy`, `wayOn`, `wayOnContent`, `left` and `declined`
   * (`checkout/direct/way-on.ts`), `charge` (`payment/charge.ts`), `offline`, `recording` and `transfer` (`offline-payments/`),
   * `link` (`links/match-payment.ts`), `refundedElsewhere` (`operations/standing.ts`), `rejected`
   * (`checkout/rejection.ts`), `sellers` (`payment/sellers-noted.ts`), `tries` (`checkout/settle.ts`), and nothing else of it.
   */
  readonly context: Readonly<Record<string, string>>
  readonly phase: 'AUTH' | 'PRE_AUTH'
  readonly state: CheckoutState
  /** What must be paid; every outcome is compared with it. */
  readonly expected: Money
  /** Of Craftgate's page; of a payment by BKM Express its ticket, by Juzdan its reference. */
  readonly token?: string
  readonly pageUrl?: string
  /**
   * Empty until one is known. The first is the lead, the one that the shop's own payment names; the order is paid by the
   * sum of all. Within an account a payment belongs to one attempt.
   */
  readonly paymentIds: readonly number[]
  /** How it was paid or tried last, or else the one way that it is open for; absent while it may be any. */
  readonly method?: MethodName
  readonly createdAt: Date
  readonly updatedAt: Date
  /** When it came to its state. */
  readonly stateSince: Date
  /** Absent while its state says how it stands. Written when an operation ended; the state stays. */
  readonly standing?: PaymentStanding
  /** When Craftgate's token dies; absent until the shopper went to pay. */
  readonly expiresAt?: Date
  /** When it is looked at again by itself (`checkout/schedule.ts`); absent: never. */
  readonly nextCheckAt?: Date
  /** The last thing that happened, in words a merchant can read. No personal data. */
  readonly note?: string
  /** 0 = never stored. The store raises it by one at each write. */
  readonly version: number
}

/** A payment at Craftgate. Its id alone names none: the sandbox and live, and two merchants, number their own. */
export interface PaymentRef {
  readonly account: string
  readonly paymentId: number
}

export type CheckoutQuery =
  | { readonly token: string }
  /** The attempt that has this payment among its payments. */
  | PaymentRef
  /** The newest attempt of this session, or the one with this number. */
  | { readonly reference: string; readonly attempt?: number }

/**
 * record: money that was taken outside is told to Craftgate; kept with its attempt, until then there is no payment.
 * approve, disapprove: of a marketplace, whether sellers get their shares; the shop has no row for it, and is not told.
 */
export type OperationKind = 'capture' | 'void' | 'refund' | 'record' | 'approve' | 'disapprove'

/**
 * A capture, void, refund or approval, written down before its first request, so that no crash, timeout or second click can lose
 * or double it. `unknown`: sent, and what became of it is not known yet.
 */
export interface PaymentOperation {
  /** The shop's, deterministic, and unique within the account. */
  readonly key: string
  readonly kind: OperationKind
  readonly account: string
  /** The lead payment of the attempt; each step names its own. */
  readonly paymentId: number
  /** In the order's price, not in what the card was charged; of an approval the shares of the sellers. */
  readonly amount: Money
  /** Empty as long as a deferred operation was not planned. */
  readonly steps: readonly OperationStep[]
  readonly state: 'planned' | 'unknown' | 'waiting' | 'done' | 'failed'
  /** What a deferred operation was asked for beside the amount; absent on one that was planned at once. */
  readonly request?: DeferredRequest
  /** True when Craftgate cancelled the payment (same day, whole) instead of refunding it. */
  readonly cancelled?: boolean
  readonly error?: ErrorFacts
  /** The shop's own id of this refund or capture, once the shop has saved it. */
  readonly shopReference?: string
  /** When the shop said that its own row for this is committed. Absent: the operation is open, and is recorded again. */
  readonly acknowledgedAt?: Date
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly version: number
}

/** What is left to plan of an operation that was written down without asking Craftgate anything. JSON. */
export interface DeferredRequest {
  /** False: `amount` was not named, so all that there is is meant. */
  readonly amountNamed: boolean
  readonly items?: readonly { readonly externalId: string; readonly amount: Money }[]
  readonly itemsOnly?: boolean
  readonly onlyUncaptured?: boolean
  readonly chargeFromMe?: boolean
  readonly destination?: RefundDestination
}

/**
 * wallet: the one of the member who paid. outside: the merchant gave the money back without Craftgate, in cash or by a transfer
 * of his own; Craftgate only marks it as refunded.
 */
export type RefundDestination = 'wallet' | 'outside'

/** applied: the order moved; already: it had moved before; unexpected: no order can take this money any more. */
export type ApplyResult = 'applied' | 'already' | 'unexpected'

/**
 * Core calls each method outside of any transaction of the shop, but for those that say otherwise. Inside one a capture,
 * void or refund may only be written down (`execute: 'after-commit'`): then `findCheckout`, `operationsOf` and
 * `saveOperation` run in the middle of it and need a connection of their own. Nothing there waits for Craftgate, nor for
 * the payment's lock.
 */
export interface CommercePlatform {
  /** Reads the order that this attempt pays, from the shop's database; never from the browser. */
  readOrder(record: CheckoutRecord): Promise<OrderSnapshot>
  /**
   * Places an order that `readOrder` called free, idempotently. Asked only when a person opened the pay link. Throws when it
   * may work later; an order that can not be placed at all stays as it is. A shop without it tells the storefront instead
   * that there is nothing to pay.
   */
  placeFreeOrder?(record: CheckoutRecord): Promise<void>

  /**
   * Inserts (version 0) or updates the record, unless somebody wrote it since this version was read.
   * Returns what is stored now, or 'conflict' (also when another attempt with the same id, token or payment exists).
   */
  saveCheckout(record: CheckoutRecord): Promise<CheckoutRecord | 'conflict'>
  /** May run inside a transaction of the shop. */
  findCheckout(by: CheckoutQuery): Promise<CheckoutRecord | undefined>
  /** Attempts whose `nextCheckAt` has come, read page by page. Wants an index of the rows that have one. */
  dueCheckouts(query: { readonly now: Date }): AsyncIterable<CheckoutRecord>

  /**
   * Moves the shop's order by this outcome, idempotently, under the shop's own lock for the order and in a transaction
   * that this method begins and ends. Called for captured, authorized, review and declined. Throws when the shop cannot
   * decide now (try later).
   * Answers 'already' for a payment that the order holds; else 'unexpected' when the stored record is refunding, refunded
   * or needs-review: that money goes back already. Core asks once more after it wrote that down, so that an order which
   * took the money in that very moment keeps it.
   */
  apply(record: CheckoutRecord, outcome: PaymentOutcome): Promise<ApplyResult>
  /**
   * True when the order holds this payment, or when whoever keeps the order may have heard so and did not answer. Waits for
   * an `apply` of this order that is under way. Core asks before it gives back what is not at Craftgate any more as it was
   * paid: of an order that is paid, what went back since is the merchant's affair.
   */
  holds(record: CheckoutRecord, outcome: HeldOutcome): Promise<boolean>
  /**
   * For a shop whose orders can lose what they took: asked when somebody looks again at money that an order took, and by
   * itself some seconds and some minutes after. In a transaction like that of `apply`. Answers 'already' when the order
   * holds the payment as it should, 'applied' when it had lost it and holds it again, and 'unexpected' when it can hold it
   * no more: then the money goes back. Without it Craftgate alone is asked once more, after five minutes.
   */
  recheck?(record: CheckoutRecord, outcome: HeldOutcome): Promise<ApplyResult>

  /**
   * The shopper has done their part and the money comes later, or never (bank transfer, shopping loan). Told at every
   * notification until it is known, so idempotent; throws when the shop cannot decide now. Absent in a shop that knows no
   * such state of an order: its order waits as if nothing had been paid.
   */
  awaitFunds?(record: CheckoutRecord, facts: PaymentFacts): Promise<void>
  /**
   * The order waits for this very payment, as `awaitFunds` told it, and for its whole amount. Of a shop whose `readOrder`
   * says that such an order owes nothing, so that no other attempt is begun for it.
   */
  awaits?(record: CheckoutRecord, facts: PaymentFacts): Promise<boolean>

  /**
   * The merchant rejected the payment of this order in its fraud review: `apply` told it the decline a moment ago, and its
   * money goes back. Cancels the order, with this reason for whoever reads it. Asked again after a crash, so idempotent. Throws
   * for an order that cannot be cancelled (something of it was sent): the merchant is told then. Absent in a shop whose
   * platform does it by itself when it hears of the decline.
   */
  cancelOrder?(record: CheckoutRecord, why: Localized): Promise<void>

  /** Where the shopper goes next. Its origin must be in the allow-list of the options. */
  returnUrl(record: CheckoutRecord, outcome: Pick<PaymentOutcome, 'kind'>): Promise<string>

  /**
   * Runs the work while no other process runs operations of this payment. Craftgate is called inside, and of the shop's
   * tables only operations are written, and in an attempt that its payment is rejected, and how it stands. Takes none of the shop's locks. Money
   * that is being recorded has no payment yet: the number is below zero then, one of 1,024, and its attempt is written inside.
   */
  exclusively<T>(payment: PaymentRef, work: () => Promise<T>): Promise<T>
  /**
   * Like saveCheckout, by account and key, but committed at once. May run inside a transaction of the shop, and stays
   * when that is rolled back.
   */
  saveOperation(operation: PaymentOperation): Promise<PaymentOperation | 'conflict'>
  /** All operations whose lead is this payment. May run inside a transaction of the shop. */
  operationsOf(payment: PaymentRef): Promise<readonly PaymentOperation[]>
  /** Operations that the shop has not acknowledged, last written before `before`, oldest first, page by page. */
  openOperations(query: { readonly before: Date }): AsyncIterable<PaymentOperation>
  /** Voids and refunds that failed, of this account, written at `since` or later: the newest `limit`. Wants an index of these. */
  failedRefunds(query: FailedRefundQuery): Promise<readonly PaymentOperation[]>
  /**
   * Tells the shop what became of an operation that is done or failed. Idempotent, in a transaction of its own. Resolves
   * only when the shop's own row for it is committed: found, or written and committed now. When it throws the operation
   * is recorded again later, and the message is reported to the merchant.
   */
  applyOperation(operation: PaymentOperation): Promise<void>
  /**
   * True when the shop's own row for this deferred operation is committed, so that it may be run. Asked before it is run,
   * also by reconcile, which finds operations whose job was lost. Without it they wait for `executeOperation`.
   */
  isOperationCommitted?(operation: PaymentOperation): Promise<boolean>

  /**
   * What was sold with this attempt, and what of it was delivered: of a marketplace, whose sellers get their shares by it.
   * Nothing where the merchant approves by hand. Absent in a shop that knows no lines.
   */
  deliveries?(record: CheckoutRecord): Promise<Deliveries>

  /** Operations of members' wallets, each committed at once. */
  readonly walletOperations: WalletOperationStore

  /** What was said of each kind of thing that needs attention. */
  readonly alerts: AlertStore

  /** True when this webhook event was marked as handled. */
  eventHandled(eventKey: string): Promise<boolean>
  markEventHandled(eventKey: string): Promise<void>

  /** Where the figures of the merchant's panel are kept. Absent in a shop that shows none. */
  readonly sales?: SalesStore

  /** What `CraftgateCommerce.applyRetention` deletes old records by. Absent where the shop has a job of its own for it. */
  readonly retention?: RetentionStore
  /** What transfers are matched by. Absent where no order is placed unpaid. */
  readonly transfers?: TransferStore
}

export interface FailedRefundQuery {
  readonly account: string
  readonly since: Date
  readonly limit: number
}

/** What a shop provides for its old records to go; see `retention/` for which do, and when. */
export interface RetentionStore {
  /**
   * Deletes at most `limit` attempts in one of these states that were last written before `before`, the oldest first, each
   * with its payments and payment operations; answers how many attempts went. One that has an operation which the shop has
   * not acknowledged, or which was written since, stays. Wants an index of `changedAt` for these states. With captured ones
   * go as many operations of wallets that ended before.
   */
  deleteCheckouts(query: {
    readonly states: readonly CheckoutState[]
    readonly before: Date
    readonly limit: number
  }): Promise<number>
  /** Deletes at most `limit` handled webhook events that were marked before `before`; answers how many. */
  deleteEvents(query: { readonly before: Date; readonly limit: number }): Promise<number>
}

/**
 * What figures are counted from; one row for each thing that happened to a shop's money:
 * - `sale`: an order took money that was captured; a declined payment before it is a `declined` of its own.
 * - `authorization`: an order took a pre-authorization: approved, and no money yet. Its money is the `capture`.
 * - `refund`: money of a sale or capture that went back, by refund or void.
 * - `lost`: what was a sale until the order could not hold it: it counts nowhere.
 */
export type SalesEntryKind = 'sale' | 'authorization' | 'capture' | 'refund' | 'declined' | 'lost'

/** No personal data. */
export interface SalesEntry {
  readonly account: string
  /** Unique within the account: the same thing, recorded again, is the same entry. */
  readonly entry: string
  /** The purchase, which all attempts to pay it share. */
  readonly reference: string
  readonly kind: SalesEntryKind
  /** The order's money: without the interest of instalments. */
  readonly amount: Money
  /** What the card was charged, minor units of the same currency; of a refund the order's money again. */
  readonly paid: number
  /**
   * What the bank charged the card, minor units: `paid` without a wallet's part; of a refund what went back to it. Absent:
   * not known.
   */
  readonly charged?: number
  /** What the bank keeps of `charged` of a sale or capture; absent: not known, which is not 0. */
  readonly bankCommission?: number
  /** When the bank pays out the rest; absent: not known. */
  readonly blockageResolvedAt?: Date
  /** Absent for a way that this version does not know, and for captures and refunds. */
  readonly method?: MethodName
  readonly installment: number
  readonly bank?: string
  readonly pos?: string
  /** Craftgate's error group of a declined payment. */
  readonly errorGroup?: string
  readonly at: Date
}

/** Money that an order took, or that was authorized for it: an entry of kind sale or authorization. */
export interface TakenEntry {
  /** The lead payment. */
  readonly paymentId: number
  readonly reference: string
  readonly amount: Money
  /** When the shop heard of it. */
  readonly at: Date
}

export interface TakenQuery {
  readonly account: string
  /** The first moment that counts, and the first that does not any more. */
  readonly from: Date
  readonly until: Date
  readonly limit: number
}

export interface SalesStore {
  /** Inserts the entry; one that is there already is overwritten but for its time. `record`: the attempt that it is about. */
  enter(entry: SalesEntry, record: CheckoutRecord): Promise<void>
  /** Oldest first. Wants an index of account and moment. */
  taken(query: TakenQuery): Promise<readonly TakenEntry[]>
}

/** An order that is placed unpaid, and waits for its money. */
export interface WaitingOrder {
  /** Its newest attempt. */
  readonly record: CheckoutRecord
  /** The order number that people read. */
  readonly number: string
  /** Whoever may send the money: the customer, and who the invoice and the parcel go to. */
  readonly buyerNames: readonly string[]
  readonly buyerEmail?: string
}

/** Orders that wait: the newest `limit`, and those of any age that have one of these amounts or numbers. */
export interface WaitingQuery {
  readonly account: string
  /** As `PanelUser.shop`: of this one of several on a server. */
  readonly shop?: string
  /** How they were to be paid; at least one. */
  readonly methods: readonly OfflineMethod[]
  readonly limit: number
  /** In minor units; at most 25. */
  readonly amounts: readonly number[]
  /** As they were written: a number of an order may stand among them, in any case of letters; at most 100. */
  readonly numbers: readonly string[]
  /** Instead of all that: these, at most 20. */
  readonly references?: readonly string[]
}

/** What a shop with unpaid orders provides for transfers, and payments of links, to be matched to them. Rows are never deleted: one that is gone could be used again. */
export interface TransferStore {
  /** Inserts (version 0) or updates by account and id, unless somebody wrote it since this version was read. */
  save(record: TransferRecord): Promise<TransferRecord | 'conflict'>
  /** Those of these numbers that are there, in any order. */
  of(account: string, ids: readonly number[]): Promise<readonly TransferRecord[]>
  /** Those that are undecided, newest first. Wants an index of them. */
  undecided(account: string, limit: number): Promise<readonly TransferRecord[]>
  /** Orders whose `record` is `created`, for one of these methods, of this account; each once. At most 25 for an amount. */
  waiting(query: WaitingQuery): Promise<readonly WaitingOrder[]>
}
