// What a shop gives the panel. The panel knows core and this; an adapter implements it.
import type {
  CheckoutRecord,
  CheckoutState,
  CraftgateCommerce,
  CurrencyCode,
  DeclinedPayment,
  Localized,
  Logger,
  Money,
  PaymentFacts,
  PaymentOperation,
  PaymentRef,
  PaymentStanding,
  ReviewDecision,
  UnexpectedRefundRequest,
} from '@craftgate-commerce/core'
import type {
  ListPlace,
  MethodName,
  RefundDestination,
  SalesFigures,
  SettlementEntries,
  WaitsFor,
} from '@craftgate-commerce/core/adapter'

import type { Waiting } from './attention/waiting'
import type { Html, Tone } from './ui/html'
import type { Section } from './ui/sections'

/**
 * What a merchant's person may do, by the platform's own permissions. read: open the panel. settle: let Craftgate be asked
 * again. receive: ask for money that is of no order, by a link. capture: take money that was promised. refund, configure: as
 * they say.
 */
export type PanelPermission = 'read' | 'settle' | 'receive' | 'capture' | 'refund' | 'configure'

export const ALL_PERMISSIONS: readonly PanelPermission[] = [
  'read',
  'settle',
  'receive',
  'capture',
  'refund',
  'configure',
]

/** A person of the merchant's, as the platform authenticated them. */
export interface PanelUser {
  /** The platform's own id of them. */
  readonly id: string
  /** What the page calls them: an e-mail address or a name. */
  readonly name: string
  readonly permissions: readonly PanelPermission[]
  /** Keys of `merchants` in the options, whose Craftgate accounts they work with. */
  readonly merchants: readonly string[]
  /**
   * Which shop of several on one server they work in (a channel of Vendure's); absent where there is one. Nobody who is let in
   * is of none; who looks for all of them, for alerts, is.
   */
  readonly shop?: string
}

/** An order of the shop's, with its page in the platform's own admin. */
export interface PanelOrder {
  readonly number: string
  readonly url: string
}

/** An attempt of a shopper's to pay; the attempts of one purchase share a reference. */
export interface PanelPayment {
  readonly reference: string
  /** On the page of a purchase its newest. */
  readonly attempt: CheckoutRecord
  /** Absent before there is an order. */
  readonly order?: PanelOrder
  /** Absent where its attempt says how it stands. */
  readonly standing?: Standing
}

/** How a payment stands on its platform, which knows more of it than its attempt: that it was voided, or is not told yet. */
export interface Standing {
  readonly text: Localized
  readonly tone: Tone
}

/** What happened to an attempt, or what the platform calls what happened. */
export type PanelEvent = { readonly at: Date } & (
  | { readonly state: CheckoutState; readonly note?: string }
  | { readonly text: Localized }
)

export interface PanelPaymentDetail extends PanelPayment {
  /** Oldest first. */
  readonly attempts: readonly CheckoutRecord[]
  /** What was declined before one of them was paid, oldest first; none where Craftgate cannot be asked. */
  readonly declined?: readonly DeclinedPayment[]
  /** Captures, voids and refunds of all of them, oldest first. */
  readonly operations: readonly PaymentOperation[]
  /** As Craftgate tells it now; its words for why not; absent where nothing was paid. */
  readonly facts?: PaymentFacts | { readonly unavailable: Localized }
  /** Oldest first. */
  readonly events: readonly PanelEvent[]
  /** The way on for a shopper who has not paid yet; absent where nothing is to be paid. */
  readonly payLink?: string
}

/** Of what had to be paid, both ends included; minor units. */
export interface AmountRange {
  readonly currency: CurrencyCode
  readonly from?: number
  readonly to?: number
}

export interface PaymentQuery {
  /** The number of an order, of a payment at Craftgate, or a reference; whole. */
  readonly search?: string
  /** Payments at Craftgate that the search means as well: those of a card with these last digits. */
  readonly cardPayments?: readonly PaymentRef[]
  /** What `customerOf` answered: those of this customer's orders. */
  readonly customer?: string
  /** Those that changed last at this moment or later. */
  readonly changedFrom?: Date
  /** Those that changed last before this moment. */
  readonly changedBefore?: Date
  /** `CheckoutRecord.method`. */
  readonly method?: MethodName
  /** Any of these ways. */
  readonly methods?: readonly MethodName[]
  /** One of `PanelPayments.accounts`. */
  readonly account?: string
  readonly amounts?: AmountRange
  /** Any of these; all when empty. */
  readonly states: readonly CheckoutState[]
  /** Any of these (`CheckoutRecord.standing`, or the state where that says it); all without them. */
  readonly standings?: readonly (PaymentStanding | CheckoutState)[]
  /**
   * Only those that wait for the merchant: whose loan was granted and waits for his approval (they are open), or whose order he has
   * to cancel, because they were rejected in a fraud review and the shop could not (they are refunding or refunded).
   */
  readonly waitsFor?: WaitsFor
  /** Those older than this place, the `end` of the part of the list before. */
  readonly before?: ListPlace
  readonly limit: number
  readonly offset: number
}

export interface PaymentPage {
  /** Newest first. */
  readonly payments: readonly PanelPayment[]
  /** Of those that were looked at: where filters leave many, 10,000 at once. */
  readonly count: number
  /** How far back was looked, where older ones may be; absent when all were looked at. */
  readonly end?: ListPlace
}

export interface PanelPayments {
  page(query: PaymentQuery): Promise<PaymentPage>
  /** What `CheckoutRecord.account` of a payment may be, live and test. Absent where they are not told apart. */
  accounts?(): Promise<readonly string[]>
  find(reference: string): Promise<PanelPaymentDetail | undefined>
  /**
   * Who has this e-mail address in the shop, as `PaymentQuery.customer` names them: an id that says nothing, because it
   * stands in addresses. Absent where the shop's orders are not found by it.
   */
  customerOf?(email: string): Promise<string | undefined>
  /** Asks Craftgate about the newest attempt, and moves the order. Throws CraftgateError. */
  askAgain(reference: string): Promise<void>
  /** Decides the fraud review of the newest attempt. Throws CraftgateError. */
  decideReview(reference: string, decision: ReviewDecision): Promise<void>
  /** Lets a lender pay what it granted. Throws CraftgateError. */
  approveLoan(reference: string): Promise<void>
  /**
   * Gives back money of this attempt that no order took, or marks it as given back: once for each key. Throws what core's
   * `refundUnexpected` throws.
   */
  refundUnexpected(reference: string, attempt: number, press: UnexpectedRefundRequest): Promise<MoneyResult>
  /** Whether an attempt is of the shop that they work in; absent: of every attempt. */
  readonly owns?: (attempt: CheckoutRecord) => boolean
  /** Absent where money moves in the platform's own admin only (Shopify). */
  readonly money?: PanelMoney
}

/**
 * done: it happened and stands in the shop's books. pending: it is on its way, and its end is entered by itself. refused:
 * it was not made, or not all of it, for the reason in `message`.
 */
export type MoneyResult =
  | { readonly state: 'done' }
  | { readonly state: 'pending' | 'refused'; readonly message?: Localized | string }

/**
 * What moves money of the order that a purchase was paid for, by the platform's own lifecycle, so that the order's books say
 * the same. Amounts are of the order's price. A refusal is a result; throws when it is not known what happened.
 */
export interface PanelMoney {
  /** All that was authorized when no amount is named. */
  capture(reference: string, amount?: Money): Promise<MoneyResult>
  void(reference: string): Promise<MoneyResult>
  refund(reference: string, refund: PanelRefund): Promise<MoneyResult>
  /** What was bought, as the shop calls it; of what Craftgate knows besides there is only its id. */
  items(reference: string): Promise<readonly SoldItem[]>
}

/** A line or shipping of an order. */
export interface SoldItem {
  /** Its id in the basket at Craftgate. */
  readonly externalId: string
  readonly name: string
  /** Pieces; 1 of what has none. */
  readonly quantity: number
}

/** Some pieces of it, and what they are worth in the order's price. */
export interface RefundedItem extends SoldItem {
  readonly amount: Money
}

export interface PanelRefund {
  /** In the order's price. */
  readonly amount: Money
  /** These give all of it; without them it is about none in particular. */
  readonly items?: readonly RefundedItem[]
  /** Instead of to where the money came from. */
  readonly destination?: RefundDestination
  /** How a person gave it back outside Craftgate; stands with the refund in the shop's books. At most 200 letters. */
  readonly reason?: string
}

/** What people do in the panel. */
export type AuditAction =
  | 'entered'
  | 'asked-again'
  | 'approved-loan'
  // Of an order that was placed unpaid.
  | 'recorded-payment'
  | 'asked-loan-limit'
  | 'matched-transfer'
  | 'closed-transfer'
  | 'reopened-transfer'
  | 'captured'
  | 'voided'
  | 'refunded'
  // Given back outside Craftgate.
  | 'marked-refunded'
  // What Craftgate numbers: that it was asked for, before, and its number, after.
  | 'asked-for-link'
  | 'asked-for-value'
  | 'asked-for-payout-account'
  | 'asked-for-member'
  | 'asked-for-report'
  // Links of a free amount.
  | 'made-link'
  | 'changed-link'
  | 'deleted-link'
  | 'matched-link-payment'
  // Fraud reviews, and lists of values.
  | 'approved-review'
  | 'rejected-review'
  | 'listed-value'
  | 'unlisted-value'
  | 'deleted-list'
  // Shares of sellers, and their earnings.
  | 'approved-share'
  | 'disapproved-share'
  | 'corrected-share'
  | 'settled-sellers'
  | 'added-payout-account'
  | 'changed-payout-account'
  | 'removed-payout-account'
  // Members and their wallets.
  | 'created-member'
  | 'changed-member'
  | 'opened-wallet'
  | 'changed-wallet-limit'
  | 'opened-top-up'
  | 'credited-wallet'
  | 'debited-wallet'
  | 'deposited-to-wallet'
  | 'withdrew-from-wallet'
  | 'cancelled-withdraw'
  | 'refunded-wallet-move'
  | 'reset-merchant-wallet'
  | 'ordered-report'
  | 'inspected-setup'
  | 'sent-test-alert'
  | 'changed-pos'
  | 'changed-commission'

/** Who did what, when: kept by the shop for as long as it keeps its payments. */
export interface AuditEntry {
  readonly at: Date
  /** `PanelUser.shop` of whoever did it. */
  readonly shop?: string
  /** `PanelUser.id`. */
  readonly user: string
  /** What the pages called them then. */
  readonly userName: string
  readonly action: AuditAction
  /** The payment, the number of the link, member, move, withdrawal or POS, or the name of the list. */
  readonly reference?: string
}

/** An entry as it is kept. */
export interface KeptAuditEntry extends Omit<AuditEntry, 'action'> {
  /** Digits, or a UUID. */
  readonly id: string
  /** Of the panel, or of pages of the shop's own. */
  readonly action: string
}

export interface AuditQuery {
  /** Entries of this shop only; of all where there is one. */
  readonly shop: string | undefined
  /** By one of these at most, so that one index finds them. */
  readonly by?: { readonly field: 'user' | 'action' | 'reference'; readonly value: string }
  /** Those older than this entry. */
  readonly before?: Pick<KeptAuditEntry, 'at' | 'id'>
  readonly limit: number
}

export interface AuditLog {
  add(entry: AuditEntry): Promise<void>
  /** Newest first; of one moment the highest id first. */
  page(query: AuditQuery): Promise<readonly KeptAuditEntry[]>
}

/** One-time links, each by the hash of its secret: who reads the table can open nothing. */
export interface PanelLinkStore {
  save(hash: string, user: PanelUser, endsAt: Date): Promise<void>
  /** Gives the user of a link that has not ended, once: of two who ask at once one gets it. */
  take(hash: string, now: Date): Promise<PanelUser | undefined>
}

/** What core offers beside the payments of the shop. */
export type PanelCommerce = Pick<
  CraftgateCommerce,
  // One line for each.
  | 'paymentLinks'
  | 'linkPayments'
  | 'askLoanLimit'
  | 'completeLoanLimit'
  | 'fraud'
  | 'transfers'
  | 'reports'
  | 'marketplace'
  | 'approve'
  | 'disapprove'
  | 'members'
  | 'previewRefund'
  | 'refundsElsewhere'
  | 'lateOperations'
  | 'refusedRefunds'
  | 'wallets'
  | 'setup'
  | 'alerts'
>

/** People come in by one-time links, which the platform's admin asks for. */
export interface LinkLogin {
  readonly links: PanelLinkStore
  /** What the shop signs pay links with, the newest first: the panel makes secrets of its own of them. */
  readonly secrets: readonly [string, ...string[]]
  /** What whoever was let in may do by now, asked at each request; nothing when the platform knows this user no more. */
  permissionsOf(user: PanelUser): Promise<readonly PanelPermission[]>
}

/** The shop's own app logs people in, and says who asks: `Panel.handleFor`. */
export interface OwnLogin {
  /** Where its button that logs out posts to, on the panel's origin: /logout */
  readonly leavePath: string
}

/** A page of the shop's own app in the navigation, on the panel's origin. */
export interface PanelPage {
  readonly name: string
  readonly path: string
  readonly title: Localized
}

/** What the shop's own app serves beside the panel, in one navigation with it. */
export interface OwnPages {
  /** Before the panel's own, and after them. */
  readonly first: readonly PanelPage[]
  readonly last: readonly PanelPage[]
}

/** Where the panel stands, how people come into it, and what stands beside it. */
export interface PanelSite {
  /** Where the panel is mounted: https://shop.example.com/craftgate/panel */
  readonly url: string
  readonly login: LinkLogin | OwnLogin
  readonly ownPages?: OwnPages
  /** What the platform has nothing for. */
  readonly without?: readonly Section[]
  /** IANA name of the zone whose clock and days the merchant goes by; Europe/Istanbul without it. */
  readonly timeZone?: string
}

/** Of a platform that captures, voids and refunds in its own admin only: what the panel says instead, and where that is. */
export interface MoneyElsewhere {
  readonly text: Localized
  /** Of the link. */
  readonly title: Localized
  readonly url: string
}

/** What an inspection of the set-up is told of the shop. */
export interface ShopFacts {
  /** ISO codes of those that it sells in. */
  readonly currencies?: readonly string[]
  /** Of what it runs on, by name: { Vendure: '3.7.3' } */
  readonly versions?: Readonly<Record<string, string>>
}

/** What may wait for a person on one platform only; asked with each page, so that it reads few rows by an index. */
export interface OwnAttention {
  readonly name: string
  /** Money is where it should not be. */
  readonly isAlarm?: true
  /** What it is, and what to do. */
  readonly words: Readonly<Record<'tr' | 'en', { readonly title: string; readonly text: string }>>
  waiting(user: PanelUser): Promise<Waiting>
}

export interface PanelHost extends PanelSite {
  /** With it nobody captures, voids or refunds here, but money that no order took. */
  moneyElsewhere?(user: PanelUser): MoneyElsewhere
  /** What people call the keys of `merchants`, where that is not the key itself. */
  readonly accountNames?: Readonly<Record<string, Localized>>
  /** What needs attention on this platform only, after the rest; and the kinds, by name, that it has nothing for. */
  readonly attention?: { readonly own?: readonly OwnAttention[]; readonly without?: readonly string[] }
  /** Of an app that makes a host for each request: what lives longer, so that what was counted for a shop is kept for some seconds. */
  readonly keeper?: object
  payments(user: PanelUser): PanelPayments
  /** Cards of what the platform knows of a payment besides, for its page. */
  platformCards?(reference: string): Promise<Html>
  /** The Craftgate of the accounts that they work with. */
  commerce(user: PanelUser): PanelCommerce
  /**
   * What the shop's sales entries say of these days: the first moment of each, oldest first, and the end of the last. Absent where
   * none is kept.
   */
  figures?(user: PanelUser, days: readonly Date[]): Promise<SalesFigures>
  /**
   * What the same entries say of banks, of an account or of the one that a merchant's keys are of. Absent where none is kept;
   * undefined when the merchant has no account.
   */
  settlement?(
    user: PanelUser,
    of: { readonly merchant: string } | { readonly account: string },
  ): Promise<SettlementEntries | undefined>
  /** Asked before the set-up is inspected. Absent: it sells in TRY. */
  shopFacts?(user: PanelUser): Promise<ShopFacts>
  readonly audit: AuditLog
  /** What an action of the shop's own pages is called, by its name in the entries. */
  readonly ownActions?: Readonly<Record<string, Localized>>
  readonly logger: Logger
  readonly clock: () => Date
}
