import type { PanelBrowser } from './panel-browser'
import type { Scene } from './scene'

/** What a store may be unable to express; a row that needs it says so, and the store's table says what happens instead. */
export type Capability =
  | 'pre-auth'
  | 'capture-other-amount'
  | 'refund-by-line'
  | 'several-currencies'
  | 'two-servers'
  | 'restart'
  /** A cart that grows while the shopper stands on the payment page makes that payment too small. */
  | 'changing-cart'
  /** An order is placed when its money is there, so another way can still pay what was only promised. */
  | 'placed-when-paid'
  /** A refund is answered when it is made; the others take it and tell its end a moment later. */
  | 'refunds-at-once'
  /** Bank transfer and cash on delivery: an order is placed unpaid, and the merchant says when its money came. */
  | 'unpaid-orders'
  /** The payment of a link that was made for no order is put on an order that waits. */
  | 'matched-link-payments'
  /** The shop knows who is logged in, so that cards are theirs. */
  | 'customers'
  /** The merchant captures, voids and refunds in the panel. */
  | 'panel-money'
  /** Goods of several sellers in one cart: the shop knows whose each line is before it is paid. */
  | 'sellers'

/** Something that the platform can not express, and what the plugin does instead. */
export interface Limit {
  readonly why: string
  readonly instead: string
  /** Proves the `instead`. */
  play(scene: Scene): Promise<void>
}

export type Limits = Partial<Readonly<Record<Capability, Limit>>>

/** Paid past Craftgate, and recorded there. */
export type OfflineMethod = 'FUND_TRANSFER' | 'CASH_ON_DELIVERY'

/** What `registerCustomer` answered; only its store can read it. */
export type Customer = string & { readonly customer?: never }

export interface OrderSpec {
  readonly currency?: 'TRY' | 'JPY' | 'KWD'
  /** Different products in the cart. Default 2. */
  readonly products?: number
  /** Pieces of each. Default 1. */
  readonly quantity?: number
  readonly coupon?: string
  readonly phase?: 'AUTH' | 'PRE_AUTH'
  /** Another shop on the same server: prices without tax, other catalogue. */
  readonly secondShop?: boolean
  /** Logged in as this one. Default a guest. */
  readonly customer?: Customer
  /** Whose the products of the cart are, one after the other: members of Craftgate. The others are the shop's own. */
  readonly sellers?: readonly number[]
}

export interface PlacedOrder {
  readonly id: string
  readonly number: string
  readonly currency: string
  /** Minor units. */
  readonly total: number
  readonly lines: readonly { readonly id: string; readonly quantity: number; readonly price: number }[]
}

export interface OrderView {
  /** open: still payable. */
  readonly state: 'open' | 'authorized' | 'paid' | 'cancelled'
  /** All amounts in minor units of the order's currency. */
  readonly total: number
  readonly authorized: number
  readonly paid: number
  readonly refunded: number
  readonly refundPending: number
  readonly payments: readonly StorePayment[]
}

export interface StorePayment {
  readonly id: string
  readonly state: string
  readonly amount: number
  /** Craftgate's payment id. */
  readonly craftgateId?: number
  readonly installment?: number
  readonly lastFour?: string
}

export interface RefundView {
  readonly state: 'done' | 'pending' | 'failed'
  readonly amount: number
  readonly reason?: string
}

export interface WalletView {
  /** Minor units. */
  readonly balance: number
  /** Types of the newest moves. */
  readonly moves: readonly string[]
}

/** What the shopper is told after coming back. */
export interface ShopperView {
  readonly outcome:
    | 'waiting'
    | 'paid'
    | 'authorized'
    | 'review'
    | 'declined'
    | 'expired'
    | 'refunding'
    | 'refunded'
    | 'needs-review'
  readonly message?: string
}

/** How the page of a shopper asks the JSON that is the same in every shop. */
export interface StorefrontAccess {
  /** Ends in /v1. */
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  /** The headers of somebody else's browser. */
  readonly anybody: Readonly<Record<string, string>>
}

/** A store, driven through its own public APIs only, as a shopper and as a merchant would. */
export interface Store {
  readonly name: string
  readonly capabilities: ReadonlySet<Capability>
  /** One for each capability that is missing. */
  readonly limits: Limits
  placeOrder(spec?: OrderSpec): Promise<PlacedOrder>
  /** A customer with an account. */
  registerCustomer(): Promise<Customer>
  /** The last four digits of each card that this customer let the shop store. */
  storedCards(customer: Customer): Promise<readonly string[]>
  /** The page on which the customer fills the wallet with so many minor units of lira. */
  topUpWallet(customer: Customer, amount: number): Promise<string>
  /** The wallet as its customer sees it, in lira; undefined for one without, and for a guest. */
  walletOf(customer: Customer | undefined): Promise<WalletView | undefined>
  /**
   * Begins to pay, as the "pay" button does; twice gives two ways to pay the same order. The link of a customer who is
   * logged in is theirs.
   */
  payLink(order: PlacedOrder): Promise<{ readonly url: string; readonly reference: string }>
  /** The shopper chooses to pay past Craftgate, and the order is placed unpaid. */
  placeUnpaid(order: PlacedOrder, method: OfflineMethod): Promise<{ readonly reference: string }>
  /** The merchant says that the money of an unpaid order came. Answers false with the reason when it was not recorded. */
  recordMoney(order: PlacedOrder): Promise<{ readonly ok: boolean; readonly reason?: string }>
  cancelUnpaid(order: PlacedOrder): Promise<void>
  changeCart(order: PlacedOrder): Promise<PlacedOrder>
  shopperSees(order: PlacedOrder, reference: string): Promise<ShopperView>
  storefront(order: PlacedOrder): StorefrontAccess
  look(order: PlacedOrder): Promise<OrderView>
  /** `amount` in minor units; absent: all. Answers false with the reason when the store refused. */
  capture(order: PlacedOrder, amount?: number): Promise<{ readonly ok: boolean; readonly reason?: string }>
  void(order: PlacedOrder): Promise<{ readonly ok: boolean; readonly reason?: string }>
  refund(
    order: PlacedOrder,
    what:
      | { readonly amount: number }
      | { readonly line: string; readonly quantity: number }
      | { readonly everything: true },
  ): Promise<RefundView>
  /** The merchant sends all pieces of a line, and they arrive. */
  deliver?(order: PlacedOrder, line: string): Promise<void>
  /** The merchant's "ask Craftgate again" for one attempt. */
  askAgain(reference: string): Promise<void>
  /** The merchant decides a fraud review, in the pages of the shop. Answers what they were told, when it was not decided so. */
  decideReview(reference: string, decision: 'approve' | 'reject'): Promise<{ readonly refused?: string }>
  /** What the scheduled job does. */
  reconcile(): Promise<{ readonly problems: readonly string[] }>
  /** The panel's pages of the shop, for whoever is logged in to its admin. */
  merchantPages(): Promise<Pick<PanelBrowser, 'text' | 'post' | 'answer'>>
  /** The merchant opens the panel from the shop's admin; absent where money moves there only. */
  openPanel?(): Promise<PanelBrowser>
  /** Where Craftgate notifications; the second server when there is one. */
  readonly callbackUrls: readonly string[]
  readonly webhookUrls: readonly string[]
  /** Kills the server without a word and starts it again. */
  restart(): Promise<void>
}
