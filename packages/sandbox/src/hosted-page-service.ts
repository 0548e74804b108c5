// What the pages that a shopper sees ask of the engine that keeps the money.
import type {
  MethodGroup,
  MethodLabel,
  MethodName,
  PageKind,
  PageMethodName,
  Question,
} from './engine/methods/method'

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

/** A tab of the page. */
export interface MethodView {
  readonly name: PageMethodName
  readonly label: MethodLabel
  readonly group: MethodGroup
  readonly asks?: Question
  readonly page: PageKind
  /** What the shopper chooses from, for a bank transfer. */
  readonly banks?: readonly { readonly bankCode: string; readonly bankName: string }[]
}

export interface CheckoutView {
  readonly token: string
  readonly state: 'open' | 'paid' | 'expired'
  /** The page is closed, but its money has not come yet. */
  readonly pending?: boolean
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
  /** In the order of the tabs; without CARD there is no card form. */
  readonly methods: readonly MethodView[]
  /** What the buyer's wallet can pay here, as decimal text: all of it, or a part beside the card. */
  readonly wallet?: { readonly usable: string; readonly paysWhole: boolean }
  /** Where the "back to the shop" link leads; without it a button goes back by the callback. */
  readonly returnBackUrl?: string
  /** The last decline, so that the page can say why and offer another try. */
  readonly lastError?: {
    readonly code: string
    readonly description: string
    /** The same in English; `description` is Turkish. */
    readonly descriptionEn?: string
    readonly group?: string
    /** What was tried. */
    readonly method?: MethodName
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
  /** The wallet pays what it holds, the card the rest. */
  readonly useWallet?: boolean
  readonly clientIp?: string
}

/** What the shopper chose and typed on a tab that is none of the card's. */
export interface MethodEntry {
  readonly method: string
  readonly phone?: string
  readonly cardNumber?: string
  readonly code?: string
  readonly bankCode?: string
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
  | { readonly kind: 'provider'; readonly providerUrl: string }
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
  /** The form leaves the frame that the page stands in. */
  readonly top?: boolean
  /** A page of ours, which a browser is simply sent to. */
  readonly own?: boolean
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

/** The page of a wallet, a bank, a lender. Amounts are decimal text. */
export interface ProviderView {
  readonly id: string
  readonly method: MethodName
  readonly label: MethodLabel
  readonly page: PageKind
  readonly bankName?: string
  readonly merchantName: string
  readonly price: string
  readonly currency: string
  readonly offers: readonly { readonly months: number; readonly total: string; readonly monthly: string }[]
  /** In how many parts the shopper may have his card charged; empty where there is nothing to choose. */
  readonly installments: readonly { readonly number: number; readonly total: string }[]
  /** The offer that was chosen. */
  readonly months?: number
  /** What the last page of it can be answered with. */
  readonly ends: readonly ProviderAction[]
  /** What is left is the approval. */
  readonly confirming: boolean
  readonly wrongCodes: number
  readonly answered: boolean
  /** The hosted page that led here; absent in the API flow. */
  readonly checkoutToken?: string
}

/**
 * `wait`: the shopper did his part and the money comes later; `wait-late`: after the token has expired; `wait-never`:
 * it does not come; `unclear`: nobody can say what the lender made of it.
 */
export type ProviderAction =
  | 'log-in'
  | 'choose'
  | 'code'
  | 'approve'
  | 'decline'
  | 'cancel'
  | 'wait'
  | 'wait-late'
  | 'wait-never'
  | 'unclear'

export interface ProviderAnswer {
  readonly action: ProviderAction
  /** The account, the code, the months of an offer. */
  readonly value?: string
}

export type ProviderStep =
  | { readonly kind: 'stay' }
  | { readonly kind: 'hosted'; readonly token: string }
  | { readonly kind: 'callback'; readonly callback: BrowserPost }

/** The page where the owner of a meal card lets a merchant keep it. */
export interface MealCardView {
  readonly id: string
  readonly label: MethodLabel
  readonly merchantName: string
  readonly answered: boolean
}

export type MealCardAnswer = { readonly cardNumber: string } | { readonly cancel: true }

export type MealCardStep =
  | { readonly kind: 'invalid' }
  | { readonly kind: 'callback'; readonly callback: BrowserPost }

/** What a merchant's link sells. */
export interface LinkView {
  readonly token: string
  readonly name: string
  readonly description?: string
  readonly merchantName: string
  readonly price: string
  readonly currency: string
  readonly onSale: boolean
}

/** The page that a link's button leads to. */
export interface LinkStart {
  readonly token: string
  /** The page of a sum in parts, else a payment page. */
  readonly inParts: boolean
}

export interface HostedPageService {
  checkout(token: string): CheckoutView | undefined
  bin(token: string, digits: string): BinView | undefined
  /** Deletes a stored card of the shopper, where the merchant allows it. */
  deleteCard(token: string, cardToken: string): void
  loyalties(token: string, card: PayEntry['card']): LoyaltyStep
  pay(token: string, entry: PayEntry): PayStep
  /** The button that pays from the buyer's wallet whole. */
  payFromWallet(token: string, clientIp: string | undefined): PayStep
  /** The button of a tab that is none of the card's. */
  startMethod(token: string, entry: MethodEntry): PayStep
  provider(id: string): ProviderView | undefined
  answerProvider(id: string, answer: ProviderAnswer): ProviderStep | undefined
  mealCard(id: string): MealCardView | undefined
  answerMealCard(id: string, answer: MealCardAnswer): MealCardStep | undefined
  link(token: string): LinkView | undefined
  /** Opens a page for one sale; nothing when the link is not on sale. */
  startLink(token: string): LinkStart | undefined
  isLinkPaid(checkoutToken: string): boolean
  /** The shopper walks away: the callback form with the token, whatever its state. */
  leave(token: string): BrowserPost | undefined
  threeDS(id: string): ThreeDSView | undefined
  /** The one-time code that every test card accepts is 283126; `cancel` is the bank page's give-up button. */
  submitOtp(
    id: string,
    answer: { readonly code: string } | { readonly cancel: true },
  ): ThreeDSStep | undefined
}
