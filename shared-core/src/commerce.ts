// What core gives an adapter. The adapter makes one instance at start and calls nothing else.

import type { Alerts } from './alerts'
import type { Fraud } from './fraud'
import type { InstallmentQuestion, InstallmentTable } from './installments/installments'
import type { LinkPayments } from './links/link-payments'
import type { PaymentLinks } from './links/payment-links'
import type { LoanLimits } from './loans/loan-limit'
import type { LoanOffer, LoanOfferQuestion } from './loans/loan-offers'
import type { Marketplace } from './marketplace'
import type { Members } from './members'
import type { CardField, CardProblem } from './messages/card-entry'
import type { Localized } from './messages/localized'
import type { MethodName, OfflineMethod, TypedField } from './methods'
import type { CurrencyCode } from './money'
import type { Money } from './money/money'
import type { DeclinedPayments } from './payment/declined-payments'
import type { ErrorFacts, Interest, PaymentFacts, PaymentOutcome, SellerShare } from './payment/outcome'
import type { PaymentsByCard } from './payment/payments-by-card'
import type { CheckoutRecord, PaymentOperation, PaymentRef, RefundDestination } from './platform'
import type { LateOperations } from './reconcile/late-operations'
import type { RefusedRefunds } from './reconcile/refused-refunds'
import type { Reports } from './reports'
import type { RetentionPart, RetentionReport } from './retention'
import type { Setup } from './setup'
import type { CardOwner, StoredCard } from './stored-cards/stored-cards'
import type { Transfers } from './transfers/transfers'
import type { Wallets } from './wallets/wallets'

export interface BeginRequest {
  /** The shop's payment session; made unguessable by the adapter. Beginning it twice returns the same record. */
  readonly reference: string
  /** Key of `merchants` in the options. */
  readonly merchant: string
  readonly order: string
  readonly context?: Readonly<Record<string, string>>
  readonly phase?: 'AUTH' | 'PRE_AUTH'
  /**
   * The way to pay of the shop's own entry. One that can be started by API is (`methods/direct.ts`); for any other the
   * hosted page is opened with it alone. A pay link may name another. Absent: all that the shop offers.
   */
  readonly method?: MethodName
  /** What must be paid now; the pay link refuses to start when the order has changed since. */
  readonly expected: Money
  /**
   * An earlier page of this session that is open, for another amount, phase or merchant: closed `now`, by a call of
   * Craftgate; or `when-opened`, for a request inside a transaction of the shop: by whoever opens the pay link next.
   */
  readonly closeEarlier?: 'now' | 'when-opened'
}

export interface BeginResult {
  readonly record: CheckoutRecord
  /** Absolute, signed URL that the shopper's browser opens. */
  readonly payLink: string
  /** The same link for one way to pay, for a storefront that lists them itself. */
  readonly payLinkBy: (method: MethodName) => string
}

/** Facts of the connection that only the framework knows. */
export interface ClientInfo {
  /** The shopper's address, by the framework's own proxy rules. */
  readonly clientIp?: string
  /**
   * The shop's id of the shopper who is logged in, as the framework authenticated this very request. Compared with
   * `OrderSnapshot.buyer.id`: stored cards are a matter of who opens the page, not of whose order it pays.
   */
  readonly shopper?: string
  /** What the framework calls this request: letters, digits, `-` and `_`. The answer, its page and the log carry it. */
  readonly requestId?: string
}

/** Who opens the pay link. */
export interface Opener extends ClientInfo {
  /** True for the shopper for whom this very link was made a moment ago (`CraftgateCommerce.payLinkFor`). */
  readonly provesToBe?: (shopper: string) => boolean
  /** The browser says that a person went here or pressed a button. */
  readonly isActing?: boolean
  /** The way to pay that the address names. It is only a choice, and may be no name at all. */
  readonly method?: string
  /** He wants Craftgate's page for that way to pay, because the provider's script does not run in his browser. */
  readonly wantsPage?: boolean
  /** What he sent from a page of ours. */
  readonly answers?: Readonly<Record<string, string>>
}

export interface SettleResult {
  readonly record: CheckoutRecord
  readonly outcome: PaymentOutcome
}

/** What a returning shopper is told: of an attempt that reached its end the record says it, and Craftgate is not asked. */
export interface Returned {
  readonly record: CheckoutRecord
  readonly outcome: PaymentOutcome | RecordedOutcome
}

/** Without the facts of the payment, which only Craftgate can tell. */
export interface RecordedOutcome {
  readonly kind: 'captured' | 'authorized'
}

/**
 * Where the pay link leads: to Craftgate's page, back to the shop because there is nothing to pay any more, or first to a
 * button, because the order costs nothing and nobody but a person places it.
 */
export type StartResult =
  | { readonly kind: 'page'; readonly pageUrl: string; readonly locale: 'tr' | 'en' }
  | { readonly kind: 'finished'; readonly settled: Returned }
  | { readonly kind: 'ask-shopper' }
  | PricedStep

/** `amount`: what the order costs; a page of ours says so. */
export type PricedStep = DirectStep & { readonly amount?: Money }

/** The provider's own script on a page of ours. Who holds the pay link can read all of it. */
export interface PageScript {
  /** Which of our scripts calls it. */
  readonly provider: 'google-pay' | 'apple-pay' | 'masterpass-cards' | 'masterpass-purchase' | 'bkm-express'
  /** Addresses of the provider's scripts, in the order that they are loaded. */
  readonly scripts: readonly string[]
  /** Addresses beside those of the scripts that they ask. */
  readonly services?: readonly string[]
  /** What our script works with. */
  readonly settings: Readonly<Record<string, unknown>>
}

/** What the shopper meets of a way to pay that is started by API; each but a redirect is a page of ours. */
export type DirectStep =
  /** To the provider's own page. */
  | { readonly kind: 'redirect'; readonly url: string }
  /** A whole page that came from Craftgate; it may not act as one of the shop. */
  | { readonly kind: 'html'; readonly html: string }
  /** He scans it with the app, and Craftgate hears of it. */
  | { readonly kind: 'qr'; readonly method: MethodName; readonly text: string }
  /** He approves in an app, or an answer is not here yet. `charging`: his bank's, to a charge that may have been made. */
  | { readonly kind: 'wait'; readonly method: MethodName; readonly charging?: true }
  /** He types the code that he was sent. */
  | { readonly kind: 'code'; readonly method: MethodName; readonly problem?: 'invalid' | 'wrong-code' }
  /** He says who he is, or chooses his bank, before anything is started. */
  | {
      readonly kind: 'ask'
      readonly method: MethodName
      readonly fields: readonly TypedField[]
      /** Of the field that is chosen from a list: a bank, or the months of a loan. */
      readonly choices: readonly { readonly code: string; readonly name: Localized }[]
      readonly problem?: 'invalid' | 'refused' | 'declined' | 'wrong-code'
      /** Of a card that was declined: what he can do about it. */
      readonly reason?: Localized
      /** What answers in place of a person who types. */
      readonly script?: PageScript
    }
  /** The payment is begun, and the provider's script goes on with it. */
  | {
      readonly kind: 'script'
      readonly method: MethodName
      readonly attempt: number
      readonly script: PageScript
      readonly problem?: 'refused'
    }
  /** What the script of a page of ours asked for. */
  | { readonly kind: 'data'; readonly value: unknown }
  /** He types his card (`checkout.cardEntry`: 'server'). */
  | {
      readonly kind: 'card'
      readonly price: Money
      /** One payment, or the instalments of the card that begins with `bin`. */
      readonly choices: readonly { readonly code: string; readonly name: Localized }[]
      readonly bin?: string
      /** Whether the card is stored: `asked` by him, `always`, or `never`, because nobody's wallet is open. */
      readonly storing: 'asked' | 'always' | 'never'
      /** What is wrong beside which field. */
      readonly problems: Readonly<Partial<Record<CardField, CardProblem>>>
      /** Of the card that was declined before: what he can do about it. */
      readonly reason?: Localized
    }
  /** He says how many points of his card pay. `card`: his answer of the page before, to be sent again. */
  | {
      readonly kind: 'points'
      readonly card: string
      readonly name: Localized
      readonly usable: Money
      readonly problem?: 'invalid'
    }
  /** His card payment waits for the bank, at whose page he was. His answer `leave` names the attempt, `go` leads back there. */
  | { readonly kind: 'bank'; readonly attempt: number }
  /** He chose otherwise, and what he began by this method cannot be closed. His answer `leave` names the attempt. */
  | { readonly kind: 'leave'; readonly method: MethodName; readonly attempt: number }
  /** The link names a way to pay that cannot take this sale; absent: a shop's entry does. */
  | { readonly kind: 'not-offered'; readonly method: string | undefined }

/** An operation on a payment that the shop knows, named by the lead payment of its attempt. */
export interface OperationRequest extends PaymentRef {
  /** Deterministic: the same key never moves money twice. Letters, digits, dot, dash; at most 64. */
  readonly key: string
  /** The shop's own id of this operation, when it has one by now; kept in `PaymentOperation.shopReference`. */
  readonly shopReference?: string
  /**
   * after-commit: for a request inside a transaction of the shop, which must wait for nobody. The operation is written
   * down, no call is made of Craftgate, and the answer is `pending`; run it with `executeOperation` when the transaction
   * was committed.
   */
  readonly execute?: 'now' | 'after-commit'
}

export interface CaptureRequest extends OperationRequest {
  /** In the order's price. Absent: all that was authorized. */
  readonly amount?: Money
}

export interface VoidRequest extends OperationRequest {
  /**
   * Refuse when the payment was captured: for a shop whose void is about an authorization alone, and that refunds what was
   * captured by its own word. Otherwise a captured payment goes back as well.
   */
  readonly onlyUncaptured?: boolean
}

export interface RefundRequest extends OperationRequest {
  /** In the order's price. */
  readonly amount: Money
  /**
   * Basket items to take it from first, by externalId; the rest is taken in basket order, of a marketplace's sale in
   * proportion to what is left of each.
   */
  readonly items?: readonly { readonly externalId: string; readonly amount: Money }[]
  /**
   * These items give all of it, and nothing else does. Fails with code `beyond-item` when one has not so much left, and with
   * `items` when they do not come to `amount`.
   */
  readonly itemsOnly?: boolean
  /** Of a marketplace: the shop pays where a seller's balance is too small; the option `chargeRefundsFromMe` when absent. */
  readonly chargeFromMe?: boolean
  /**
   * Instead of to where the money came from. Craftgate refuses `wallet` for a payment of nobody's, and of a member without
   * one. With `outside` no money moves: no way to pay and no bank refuses it.
   */
  readonly destination?: RefundDestination
}

export interface RefundPreviewRequest extends PaymentRef {
  /** In the order's price; all that is left when absent. */
  readonly amount?: Money
  /** These as of a refund. */
  readonly items?: RefundRequest['items']
  readonly itemsOnly?: boolean
  readonly destination?: RefundDestination
}

/** A refund that no operation of the shop made. */
export interface RefundElsewhere {
  readonly at?: Date
  readonly state: 'done' | 'waiting' | 'failed'
  /** What the card or the wallet got. */
  readonly amount: Money
}

/** What of one item goes back. In minor units. */
export interface RefundPreviewItem {
  readonly transactionId: number
  /** The basket item's externalId. */
  readonly externalId?: string
  /** In the order's price. */
  readonly price: Money
  /** What the shopper gets for it, the wallet's part too. */
  readonly cardAmount: Money
  /** What of `cardAmount` goes back into the shopper's wallet. */
  readonly walletAmount?: Money
  /** What is taken back of the seller's share, of a marketplace's item. */
  readonly seller?: SellerShare
}

/**
 * possible: what the shopper gets for `price` of the order; `interest` is what he gets beside it (his share of the
 * instalment interest, or less by a campaign). refused: no such refund can be made, for the reason in `message`; with
 * `passing` one that passes by itself.
 */
export type RefundPreview =
  | {
      readonly state: 'possible'
      /** In the order's price. */
      readonly price: Money
      /** What the shopper gets in all. */
      readonly cardAmount: Money
      readonly interest: Interest
      /** What of `cardAmount` goes back into the shopper's wallet; absent when nothing does. */
      readonly walletAmount?: Money
      /** In basket order. */
      readonly items: readonly RefundPreviewItem[]
    }
  | {
      readonly state: 'refused'
      readonly error: ErrorFacts
      readonly message: Localized
      readonly passing?: true
    }

/** A refund of a whole payment, and what a person asks of it. */
export interface WholeRefund extends OperationRequest {
  /** A person's press of a button, 16 letters: one try for each, whatever was refused before. */
  readonly again?: string
  /** A person gave it back without Craftgate: it is only marked there. */
  readonly destination?: 'outside'
}

/** What a person asks about money that no order took. */
export interface UnexpectedRefundRequest {
  /** Random, 16 hexadecimal digits: one try for each, however often it is asked. */
  readonly key: string
  /** It was given back without Craftgate, and is only marked there. Without it Craftgate gives it back. */
  readonly destination?: 'outside'
}

export interface UnexpectedRefund {
  /** `refunded` once all of it is back; authorized or captured when an order took it after all. */
  readonly record: CheckoutRecord
  /** Of the try; absent when none was made, because nothing is left to be given back. */
  readonly result?: OperationResult
}

/** Of a marketplace: whose shares. */
export interface ApprovalRequest extends PaymentRef {
  /** As of every operation: the same key decides once. */
  readonly key: string
  /** Basket items by externalId; all that have a seller when absent. What has none needs no approval and is passed over. */
  readonly lines?: readonly string[]
}

/**
 * done: it happened. pending: written down, and not begun. waiting: the bank works on it; `applyOperation` tells the end.
 * unknown: sent, no answer, asked about by reconcile; `applyOperation` tells the end. failed: it did not happen, for the reason in `error`; or only
 * a part of it did: a refund of several items that was refused in the middle. What moved stays moved, and the shop
 * books `movedAmount` (`movedOf(operation)`) as refunded.
 */
export type OperationResult =
  | { readonly state: 'done' | 'pending' | 'waiting' | 'unknown'; readonly operation: PaymentOperation }
  | {
      readonly state: 'failed'
      /** Absent when nothing was written down: the same key may be used again. */
      readonly operation?: PaymentOperation
      /** Nothing was sent, for a reason that passes by itself (Craftgate out of reach, an earlier call still open). */
      readonly passing?: true
      readonly error: ErrorFacts
      readonly message: Localized
      /** In the order's price; absent when nothing moved. */
      readonly movedAmount?: Money
    }

/** What an entry of a shop's checkout says of the ways to pay; what it leaves out is the shop's. */
export interface EntryTerms {
  readonly currency: CurrencyCode
  readonly phase: 'AUTH' | 'PRE_AUTH'
  readonly method?: MethodName
  readonly enabledPaymentMethods?: readonly string[]
}

/** An order that is placed unpaid, and paid past Craftgate. */
export interface OfflineRequest extends Omit<BeginRequest, 'phase' | 'closeEarlier'> {
  readonly method: OfflineMethod
}

/**
 * done: recorded at Craftgate, and the order is paid. unknown: sent; what is left of it happens by itself. failed: it did not
 * happen, for the reason in `message`.
 */
export type OfflineResult =
  | { readonly state: 'done'; readonly record: CheckoutRecord }
  | { readonly state: 'unknown'; readonly record: CheckoutRecord; readonly message: Localized }
  | {
      readonly state: 'failed'
      readonly error: ErrorFacts
      readonly message: Localized
      /** Nothing was sent, for a reason that passes by itself. */
      readonly passing?: true
    }

/** What a merchant decides about a payment under fraud review. */
export type ReviewDecision = 'approve' | 'reject'

export interface ReconcileReport {
  readonly checkouts: number
  readonly operations: number
  /** One sentence for each thing that could not be settled this time. */
  readonly problems: readonly string[]
  /** Of a part: where the next one begins. Absent when nothing is left. */
  readonly next?: string
}

/** A part of a round that ends in seconds, for whoever waits for its answer: at most 20 attempts and operations. */
export interface ReconcilePart {
  /** Empty for the first; else `next` of the part before. */
  readonly after: string
}

export interface CraftgateCommerce
  extends LoanLimits,
    DeclinedPayments,
    LateOperations,
    RefusedRefunds,
    PaymentsByCard {
  /** IANA name of the zone whose clock the merchant goes by, from the options. */
  readonly timeZone: string
  /**
   * Writes down an attempt and returns its pay link. The open attempt of a session is given again. Calls Craftgate only to
   * close the earlier page of a session that is sold otherwise now. Throws a CraftgateError of kind `configuration` for an unknown merchant.
   */
  begin(request: BeginRequest): Promise<BeginResult>
  /** The pay link of a session that was begun, for the merchant to send again; as `BeginResult.payLink`. */
  payLink(reference: string): string
  /**
   * The pay link for a shopper whom the shop has authenticated at this moment. For two minutes it proves that he opens it
   * himself, so that the page offers and stores his cards; afterwards it is a pay link like any other. For storefronts
   * whose login is no cookie: a browser that follows a link brings nothing else along. Never show it to anybody else.
   */
  payLinkFor(who: {
    readonly reference: string
    readonly shopper: string
    /** As `BeginResult.payLinkBy`. */
    readonly method?: MethodName
  }): string
  /**
   * GET and POST {base}/pay/:reference, POST {base}/callback, POST {base}/webhook. Never throws; anything else is a 404.
   */
  handle(request: Request, peer?: ClientInfo): Promise<Response>
  /** The merchant's "ask Craftgate again": resolve, apply, and give money back that no order can take. */
  settle(record: CheckoutRecord): Promise<SettleResult>
  /**
   * Settles for a shopper who opens a page of the shop's own after paying, however often that page is opened: an attempt
   * that reached its end is answered from its record, and Craftgate is asked about any other once in two seconds (in this
   * process). Who comes in between waits for the next answer. Throws what `settle` throws, and a CraftgateError with code
   * `too-many-requests` when the client's address came too often (option `requestsPerMinute`): that refuses the question
   * alone, and the scheduled checks find the payment.
   */
  settleReturned(record: CheckoutRecord, client?: ClientInfo): Promise<Returned>
  /**
   * What Craftgate says of this attempt now, compared with what was expected and, unless its page was opened within the last
   * two minutes, with what is still there. Moves nothing. For a shop whose own order life asks "is it paid?", as often as
   * that may be: Craftgate is asked once in two seconds (in this process). Whatever the answer, a notification settles the
   * attempt. Throws CraftgateError when Craftgate cannot be asked.
   */
  resolve(record: CheckoutRecord): Promise<PaymentOutcome>
  /** Makes an attempt unpayable: the token dies at Craftgate. Settles instead when it was paid already. */
  expire(record: CheckoutRecord): Promise<SettleResult>
  /**
   * The merchant approves a loan that was granted (`awaitsApproval`), and the order is paid. Throws a CraftgateError of code
   * `no-loan-to-approve` when none waits, `loan-not-owed` when the order owes something else by now, and when Craftgate
   * refuses or cannot be asked.
   */
  approveLoan(record: CheckoutRecord): Promise<SettleResult>
  /**
   * The merchant decides about a payment under fraud review. `approve`: Craftgate hears that it is no fraud, and the order goes
   * on as paid. `reject`: Craftgate hears that it is, the order loses the payment and is cancelled, and all of the money goes
   * back. Who decides first has decided; deciding the same twice changes nothing. What is left of it happens by itself. Answers
   * the attempt as it stands then: captured or authorized, refunding or refunded; still `review` when the shop follows later.
   * Throws a CraftgateError of code `no-review` when none waits, `approved-already` or `rejected-already` when somebody decided
   * otherwise, `money-gone` to approve what went back in whole or in part, `not-kept`, and when Craftgate cannot be asked.
   */
  decideReview(record: CheckoutRecord, decision: ReviewDecision): Promise<CheckoutRecord>
  /**
   * The merchant gives back money that no order took: kept by option (`needs-review`), or refused by the bank (`refunding`).
   * Whether an order took it after all is asked first, and then it goes back to nobody. Kept money whose refund is refused is
   * kept on; of the other the next try comes by itself. Throws a CraftgateError of code `not-unexpected` for any other
   * attempt, `bad-key` for a malformed key, and when Craftgate cannot be asked.
   */
  refundUnexpected(record: CheckoutRecord, request: UnexpectedRefundRequest): Promise<UnexpectedRefund>
  /**
   * Writes down that an order is placed unpaid, to be paid by bank transfer or on delivery. Calls nobody. Beginning it twice
   * returns the same record; `expire` ends it when the order is cancelled. Throws a CraftgateError of kind `configuration`
   * for an unknown merchant.
   */
  beginOffline(request: OfflineRequest): Promise<CheckoutRecord>
  /**
   * The money of such an order came: what the order owes is recorded at Craftgate, once however often this is asked, and the
   * order is paid. Names the reference that the order was begun with. Throws what the shop throws when it cannot be read.
   */
  recordOffline(reference: string): Promise<OfflineResult>
  capture(request: CaptureRequest): Promise<OperationResult>
  void(request: VoidRequest): Promise<OperationResult>
  refund(request: RefundRequest): Promise<OperationResult>
  /**
   * What `refund` would give back now, planned as the refund itself, without doing or writing down anything. A refund that
   * cannot be made is `refused` and says why. Throws what the shop's store throws, and CraftgateError (`configuration`) of
   * an unknown account.
   */
  previewRefund(request: RefundPreviewRequest): Promise<RefundPreview>
  /**
   * Refunds of a payment, and of the others of its attempt, that no operation of the shop made: in Craftgate's own panel, mostly.
   * Oldest first. Throws CraftgateError.
   */
  refundsElsewhere(payment: PaymentRef): Promise<readonly RefundElsewhere[]>
  /**
   * Sellers get their shares of these lines with the next payout: their goods were delivered. What was approved before is
   * done. Fails with code `no-seller` where nothing of it has a seller, `not-captured` before the money is taken, and `gone`
   * when all of it went back.
   */
  approve(request: ApprovalRequest): Promise<OperationResult>
  /**
   * Approves what was delivered of this attempt (`CommercePlatform.deliveries`), once for each delivery. Ask it when a delivery
   * was committed; one that nobody asked about is found by reconcile, when the sale is twice as old at the latest. Throws a
   * CraftgateError of kind `unavailable` when Craftgate can be asked later only.
   */
  approveDelivered(record: CheckoutRecord): Promise<void>
  /** Takes an approval back. Fails with code `payout-started` when a seller's money is on its way. */
  disapprove(request: ApprovalRequest): Promise<OperationResult>
  /**
   * Runs an operation that was written down with `execute: 'after-commit'`, once however often this is repeated, and
   * tells the shop its end by `applyOperation`; any other that is open it carries on. `pending` while the shop's own row
   * is not committed (`isOperationCommitted`); `failed` with code `unknown-operation` when there is none.
   */
  executeOperation(payment: PaymentRef, key: string): Promise<OperationResult>
  /**
   * What an entry of the shop's checkout offers, by Craftgate's names, each of which its pay link may name; undefined: the
   * payment page with all that the account has. Asks nobody. What `checkout.forOrder` says of one order is not in it.
   */
  waysToPay(entry: EntryTerms): readonly MethodName[] | undefined
  /**
   * What refunds and voids gave back to the shopper of this attempt by now: what the card gets, so with his share of the
   * instalment interest. Undefined when nothing went back. Asks the shop's database, and Craftgate nothing: what was refunded
   * in Craftgate's own panel is not in it.
   */
  refunded(record: Pick<CheckoutRecord, 'account' | 'paymentIds'>): Promise<Money | undefined>
  /** The payments of the attempt as Craftgate tells them now, summed. */
  payment(payment: PaymentRef): Promise<PaymentFacts>
  /** Fraud checks, lists and rules, at Craftgate. */
  readonly fraud: Fraud
  /** Links that ask for a free amount, at Craftgate. */
  readonly paymentLinks: PaymentLinks
  /** Payments of these links, and the unpaid orders that they may be for. */
  readonly linkPayments: LinkPayments
  /** Buyers and sellers whom the merchant registered at Craftgate, and the shop's customers among them. */
  readonly members: Members
  /** The closed-loop wallets of members. */
  readonly wallets: Wallets
  /** Sellers, their shares and what they were paid, of a merchant that is a marketplace. */
  readonly marketplace: Marketplace
  /** Transfers to bank accounts that Craftgate watches, and the unpaid orders that they may be for. */
  readonly transfers: Transfers
  /** Files of a day or of a time, and a day compared with the shop's own payments. */
  readonly reports: Reports
  /** Whether the shop is set up to take payments, and the merchant's POSes. */
  readonly setup: Setup
  /** What needs attention, told to people who do not look: by `reconcile`, and by itself when this process learns of it. */
  readonly alerts: Alerts
  /** The stored cards of a shopper, by the key that `PaymentFacts.cardUserKey` told. Throws CraftgateError. */
  storedCards(owner: CardOwner): Promise<readonly StoredCard[]>
  /**
   * Gives a stored card another alias, which the hosted page shows. Throws CraftgateError, with code `card-not-renamed` for a
   * card that expired or whose expiry Craftgate does not tell.
   */
  renameStoredCard(owner: CardOwner, card: StoredCard, alias: string): Promise<StoredCard>
  /** Throws CraftgateError, also for a card that is not of this shopper. */
  deleteStoredCard(owner: CardOwner, cardToken: string): Promise<void>
  /**
   * Instalments for a price, as far as `enabledInstallments` allows them: of one card by its BIN (first 8 digits), else of
   * every card family. Asked of Craftgate at most once in five minutes for the same question, apart from what payments
   * ask; when Craftgate can not be asked now, the last answer of a day serves. Throws CraftgateError, `unavailable` with
   * code `too-many-questions` for an address that asks for too much. Ask for the prices of real carts and products only.
   */
  installments(question: InstallmentQuestion): Promise<readonly InstallmentTable[]>
  /**
   * What a price costs with a shopping loan, of each lender among the shop's ways to pay that tells its plans before an
   * application (FinGate, Zip, Paycell). Asked as `installments` are; a lender that does not lend this is left out. Throws
   * CraftgateError as `installments` does.
   */
  loanOffers(question: LoanOfferQuestion): Promise<readonly LoanOffer[]>
  /**
   * Asks about what neither callback nor webhook told. Run it every few minutes, on one server at a time. With a part it
   * ends sooner, and `next` of its answer begins the next one; throws CraftgateError (invalid-request) for another `after`.
   */
  reconcile(part?: ReconcilePart): Promise<ReconcileReport>
  /**
   * Deletes the records that are older than the options keep them, in batches; see `retention`. Run it once a day, on one
   * server at a time. Deletes nothing where the platform has no `retention`. With a part it ends sooner, and the next call goes on.
   */
  applyRetention(part?: RetentionPart): Promise<RetentionReport>
  close(): Promise<void>
}
