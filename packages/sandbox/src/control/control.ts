import type { Duration } from '@craftgate-commerce/emulator-kit'
import type { HeldStatus, IdempotencySettings } from '../engine/fault-settings'
import type { CheckStatus, FraudAction } from '../engine/fraud/fraud-check'
import type { LoanAction } from '../engine/loans/loan'
import type { HeldOutcome } from '../engine/threeds/release-held'
import type { WebhookEvent } from '../engine/webhooks/event'
import type { BrowserPost } from '../hosted-page-service'
import type { BankAccountControl } from './bank-account-control'
import type { ActiveFault, FaultInput } from './fault'
import type { MerchantPanel } from './merchant-panel'
import type { PayoutControl } from './payout-control'
import type { RequestRecord } from './request-record'
import type { CheckoutRow, PaymentRow, RefundRow, Sums } from './rows'

/** The list of refunds, and what the bank does with the next ones. */
export interface RefundControl {
  (): readonly RefundRow[]
  /** The next refund is left WAITING by the bank, or comes back with status FAILURE. */
  nextStatus(status: 'WAITING' | 'FAILURE'): void
  /** The bank decides every WAITING refund; returns how many. */
  finishWaiting(status?: 'SUCCESS' | 'FAILURE'): number
}

/** The list of payments, and what keeps them from being paid at once. */
export interface PaymentControl {
  (): readonly PaymentRow[]
  /**
   * The next payment that reaches this status stays there until it is released: INIT_THREEDS and CALLBACK_THREEDS of a
   * 3D Secure payment, WAITING of any. Bank transfers and shopping loans come to WAITING by their own pages.
   */
  holdNext(status: HeldStatus): void
  /** Every payment that is held or waits for its money goes on, or is declined; returns how many there were. */
  release(outcome?: HeldOutcome): number
  /**
   * The money of one WAITING payment comes, or surely will not; without it the clock decides. Throws when it does not
   * wait. Where two merchants' ids meet, the apiKey says whose.
   */
  decide(paymentId: number, outcome?: HeldOutcome, apiKey?: string): void
  /** A shopper who is at the bank when the token of the hosted page dies pays all the same. */
  payAfterExpiry(on?: boolean): void
}

/**
 * What a test may do to the sandbox that no merchant could. The same operations are served under `/_control`
 * for other processes. Amounts in rows are decimal text.
 */
export interface Control {
  readonly clock: {
    now(): Date
    /** Moves the clock and delivers every webhook that falls due on the way. */
    advance(by: Duration): Promise<Date>
  }
  readonly faults: {
    add(fault: FaultInput): string
    list(): readonly ActiveFault[]
    clear(): void
  }
  readonly webhooks: {
    list(): readonly WebhookEvent[]
    /** One try now for everything that waits, due or not; resolves with what was tried. */
    flush(): Promise<readonly WebhookEvent[]>
    pause(): void
    resume(): void
    /** Each delivery is made this often; 1 is the usual. */
    duplicate(copies: number): void
    /** Newest first. */
    reorder(on?: boolean): void
    /** Nothing is sent; the events are marked lost. */
    lose(on?: boolean): void
    /** Webhooks are signed with the key of this merchant from now on, whoever they are of; undefined turns it back. */
    signAs(apiKey: string | undefined): void
    /** Sends an event once more. Throws when there is none with this id. */
    resend(id: string): Promise<WebhookEvent>
    /** Where a merchant receives webhooks; without an apiKey the first merchant. */
    setUrl(url: string | undefined, apiKey?: string): void
  }
  readonly callbacks: {
    /** The browser is not sent to the merchant; the shopper sees a plain page instead. */
    lose(on?: boolean): void
    /** The callbacks that were lost, oldest first: a test posts one late as a form of `fields` to `url`. */
    lost(): readonly BrowserPost[]
    /** The merchant gets every callback twice: from the browser and once more from here. */
    duplicate(on?: boolean): void
    /** Hashes the callbacks of alternative payments as the portal's text says, instead of as its examples are. */
    hashAsText(on?: boolean): void
  }
  readonly refunds: RefundControl
  /** What the merchant does in Craftgate's panel, of which the shop knows nothing. */
  readonly panel: MerchantPanel
  readonly payouts: PayoutControl
  readonly bankAccounts: BankAccountControl
  /** What Craftgate's documentation does not say about idempotency keys. */
  readonly idempotency: {
    settings(): IdempotencySettings
    set(change: Partial<IdempotencySettings>): void
  }
  readonly fraud: {
    nextPayment(action: FraudAction): void
    /** What the merchant's panel does with a suspicious payment. */
    decide(fraudId: number, status: CheckStatus, apiKey?: string): void
  }
  readonly apiKeys: {
    /** Craftgate does not know this API key any more, as one that was deleted in its panel; without one the first merchant's. */
    revoke(apiKey?: string): void
    /** All keys are known again. */
    restore(): void
  }
  readonly pos: {
    /** Post-auth margin of every POS in percent; undefined goes back to the seed's. */
    setMargin(percent: number | undefined): void
    /** This POS refuses every payment with this error group, as a bank out of order does; undefined takes payments again. */
    refuse(alias: string, group: string | undefined): void
    /**
     * Craftgate's watch finds a POS that is on AUTOPILOT out of order or well again, and sends AUTOPILOT. Throws where it is
     * not on AUTOPILOT.
     */
    watch(
      alias: string,
      found: { readonly threeDS?: boolean; readonly nonThreeDS?: boolean },
      apiKey?: string,
    ): void
  }
  /**
   * Makes Craftgate tell another price (minor units) or currency of a payment from now on, as the payment of something
   * else would; the money itself stays what it was. Throws when there is no such payment. Where two merchants' ids meet,
   * the apiKey says whose.
   */
  tamper(
    paymentId: number,
    change: { readonly price?: number; readonly currency?: string },
    apiKey?: string,
  ): void
  readonly loans: {
    /**
     * What the next loan comes to that a lender grants, whatever this lender usually does: the money at once (NONE), once
     * the merchant has approved it, in a day, or unclear until the merchant asks again.
     */
    nextGrant(action: LoanAction): void
  }
  readonly multiPayments: {
    /** Craftgate gives the paid parts back itself when a page for several payments expires half-way. */
    refundExpired(on?: boolean): void
  }
  readonly payments: PaymentControl
  checkouts(): readonly CheckoutRow[]
  requests(): readonly RequestRecord[]
  /** Per currency: what was captured, given back, and is held by pre-authorizations. */
  sums(): Readonly<Record<string, Sums>>
  readonly ivr: {
    /** A caller types a documented card; the token is what ivr-cards asks for. Without an apiKey at the first merchant. */
    typeCard(cardNumber: string, apiKey?: string): string
  }
  readonly ids: {
    /** The merchant's next payment, transaction or refund gets this id; without an apiKey the first merchant's. */
    startAt(id: number, apiKey?: string): void
  }
  /** Forgets everything but the clock and the ids, and turns every switch back. */
  reset(): void
}
