// What the pages that a shopper sees ask of the engine that keeps the money.

export interface InstallmentOption {
  readonly installment: number
  /** Decimal text, e.g. "1249.90". */
  readonly totalPrice: string
  readonly installmentPrice: string
  /** What it costs more than the checkout, as decimal text; negative where it costs less. */
  readonly interest: string
  readonly merchantCommissionRate: string
}

export interface StoredCardView {
  readonly cardToken: string
  readonly cardAlias?: string
  readonly lastFour: string
  readonly brand?: string
  readonly association?: string
  /** First 8 digits, so that the page can ask for the instalments of a stored card. */
  readonly bin?: string
  readonly expired?: boolean
}

export interface CheckoutView {
  readonly token: string
  readonly state: 'open' | 'paid' | 'expired'
  readonly merchantName: string
  readonly price: string
  readonly currency: string
  readonly items: readonly { readonly name: string; readonly price: string }[]
  readonly callbackUrl: string
  readonly expiresAt: Date
  readonly storedCards: readonly StoredCardView[]
  readonly forceThreeDS: boolean
  readonly mayStoreCard: boolean
  /** The shopper may delete his stored cards here. */
  readonly mayDeleteCards?: boolean
  /** The merchant takes stored cards only: no form for a new card. */
  readonly onlyStoredCards?: boolean
  /** The page saves a card and sells nothing. */
  readonly cardVerification?: boolean
  readonly preAuthorized: boolean
  /** The last decline, so that the page can say why and offer another try. */
  readonly lastError?: {
    readonly code: string
    readonly description: string
    /** The same in English; `description` is Turkish. */
    readonly descriptionEn?: string
    readonly group?: string
  }
}

export interface BinView {
  readonly bin: string
  readonly bankName: string
  readonly brand: string
  readonly association: string
  readonly type: 'CREDIT_CARD' | 'DEBIT_CARD' | 'PREPAID_CARD'
  readonly commercial: boolean
  readonly force3ds: boolean
  readonly options: readonly InstallmentOption[]
}

export interface CardEntry {
  readonly cardHolderName: string
  readonly cardNumber: string
  readonly expireMonth: string
  readonly expireYear: string
  readonly cvc: string
  readonly storeCard?: boolean
}

/** A reward of a card that the shopper may use. */
export interface LoyaltyView {
  readonly type: string
  /** What the card has, as decimal text; absent for a reward that is no money. */
  readonly points?: string
  /** What of it this payment can use. */
  readonly usable?: string
  readonly message?: string
}

export interface LoyaltyChoice {
  readonly type: string
  /** Decimal text. */
  readonly points?: string
}

export interface PayEntry {
  readonly card: CardEntry | { readonly cardToken: string }
  readonly installment: number
  readonly threeDS: boolean
  readonly loyalty?: LoyaltyChoice
  readonly clientIp?: string
}

/** What the page does next. `callback` is the form that the browser posts to the merchant. */
export type PayStep =
  | { readonly kind: 'paid'; readonly callback: BrowserPost }
  | {
      readonly kind: 'declined'
      readonly code: string
      readonly description: string
      readonly descriptionEn?: string
      readonly group?: string
    }
  | { readonly kind: 'threeDS'; readonly threeDSUrl: string }
  | { readonly kind: 'invalid'; readonly field: string; readonly description: string }
  | { readonly kind: 'closed'; readonly state: 'paid' | 'expired' }

/** What the bank says of a card's rewards. */
export type LoyaltyStep =
  | { readonly kind: 'loyalties'; readonly loyalties: readonly LoyaltyView[] }
  | Extract<PayStep, { kind: 'invalid' | 'closed' }>

export interface BrowserPost {
  readonly url: string
  readonly fields: Readonly<Record<string, string>>
  /** The callback is lost on purpose: the shopper sees a plain "done" page and the merchant is not called. */
  readonly lost?: boolean
}

export interface ThreeDSView {
  readonly id: string
  readonly bankName: string
  readonly merchantName: string
  readonly paidPrice: string
  readonly currency: string
  readonly lastFour: string
  /** Wrong codes so far; the bank gives up after three. */
  readonly wrongCodes: number
  /** The shopper came to an end here, whatever it was. */
  readonly answered: boolean
  /** The hosted page that led here; absent in the API flow. */
  readonly checkoutToken: string | undefined
}

/** After the bank's page: either on to the merchant (API flow, hosted success) or back to the hosted page (decline). */
export type ThreeDSStep =
  | { readonly kind: 'callback'; readonly callback: BrowserPost }
  | { readonly kind: 'hosted'; readonly token: string }
  | { readonly kind: 'wrong-code' }

export interface HostedPageService {
  checkout(token: string): CheckoutView | undefined
  bin(token: string, digits: string): BinView | undefined
  /** Deletes a stored card of the shopper, where the merchant allows it. */
  deleteCard(token: string, cardToken: string): void
  loyalties(token: string, card: PayEntry['card']): LoyaltyStep
  pay(token: string, entry: PayEntry): PayStep
  /** The shopper walks away: the callback form with the token, whatever its state. */
  leave(token: string): BrowserPost | undefined
  threeDS(id: string): ThreeDSView | undefined
  /** The one-time code that every test card accepts is 283126; `cancel` is the bank page's give-up button. */
  submitOtp(
    id: string,
    answer: { readonly code: string } | { readonly cancel: true },
  ): ThreeDSStep | undefined
}
