import type { Schema } from '@craftgate-commerce/openapi'
import type { BrowserOptions, OpenedPage } from './headless-browser'
import type { TestCard } from './test-cards'

/** `clientIp` goes out as X-Forwarded-For, `lang` chooses the language of the payment pages (default: the link's own). */
export type ShopperOptions = BrowserOptions

/** What the browser posts to the merchant's callbackUrl, as application/x-www-form-urlencoded. */
export interface Callback {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
}

/** The merchant's answer to the callback. */
export interface CallbackResponse {
  /** Status of the answer to the POST itself. */
  readonly status: number
  /** Where the merchant sent the shopper at last, whether or not that storefront runs. */
  readonly location?: string
  /** Body of the answer to the POST. */
  readonly body: string
}

/**
 * How a visit ended.
 * `returned`: the callback was delivered, `response` is the merchant's answer · `held`: the callback is in your hand
 * (`deliver: false`) · `lost`: the sandbox lost the callback on purpose · `declined` and `invalid`: the page is open for
 * another try, `message` says why · `bank`: the shopper stands before the bank's page · `provider`: before the page of
 * a wallet, a bank app, a lender · `paid` (of a card verification: saved), `expired`, `unknown`: the page is closed ·
 * `elsewhere`: the shopper stands on
 * a page that is none of the sandbox's.
 */
export interface ShopperResult {
  readonly outcome:
    | 'returned'
    | 'held'
    | 'lost'
    | 'declined'
    | 'invalid'
    | 'bank'
    | 'provider'
    | 'paid'
    | 'expired'
    | 'unknown'
    | 'elsewhere'
  readonly callback?: Callback
  readonly response?: CallbackResponse
  readonly message?: string
  /** Craftgate's error code and group of a decline. */
  readonly code?: string
  readonly group?: string
  readonly page: OpenedPage
}

export interface PayChoice {
  /** A new card, e.g. `testCards.success`. */
  readonly card?: TestCard
  /** The cardToken of a stored card that the page offers, or `'first'`. */
  readonly storedCard?: string
  /** Default 1. Another number must be offered for the card, else pay throws. */
  readonly installment?: number
  /**
   * Ticks "3D Secure" and answers the bank: `ok` types the right code, `wrong-code` a wrong one three times, `cancel`
   * gives up, `stay` leaves the bank's page open for `answerBank`. Left out: not ticked, and a bank page that comes anyway (forced) is answered `ok`.
   */
  readonly threeDS?: 'ok' | 'wrong-code' | 'cancel' | 'stay'
  /** Uses points of the card, as decimal text, or all that this payment can use. Throws when the page offers none. */
  readonly points?: 'all' | `${number}`
  /** Uses another reward of the card. Throws when the page does not offer it. */
  readonly loyalty?: 'ADDITIONAL_INSTALLMENT' | 'POSTPONING_INSTALLMENT'
  /** Uses what the shopper's wallet holds, and the card for the rest. Throws when the page offers no wallet. */
  readonly useWallet?: boolean
  /** Ticks "save my card". */
  readonly storeCard?: boolean
  /** `false`: the callback is not posted but handed back, to be lost, repeated or forged. Default true. */
  readonly deliver?: boolean
}

/** A name of `enabledPaymentMethods`, but CARD. */
export type PayMethod = Exclude<Schema<'PaymentMethod'>, 'CARD'>

/**
 * How the visit to a provider's page ends. `paid`, `declined`, `cancelled` and `wrong-code` (three times) fit every page
 * that has such a button or field; a transfer and a loan can also leave the payment WAITING: `waiting` for money that
 * comes, `late` after the token has expired (a transfer), `never`; `unclear` where a loan's own call started it. `stay`
 * leaves the page open for `answerProvider`.
 */
export type MethodOutcome =
  | 'paid'
  | 'declined'
  | 'cancelled'
  | 'wrong-code'
  | 'waiting'
  | 'late'
  | 'never'
  | 'unclear'
  | 'stay'

export interface MethodChoice {
  /** Default `paid`. */
  readonly outcome?: MethodOutcome
  /** What is typed where a tab asks; each has a default that is valid. */
  readonly phone?: string
  readonly cardNumber?: string
  readonly bankCode?: string
  /** `false`: the callback is not posted but handed back. Default true. */
  readonly deliver?: boolean
}
