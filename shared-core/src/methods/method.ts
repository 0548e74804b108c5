import type { components } from '@craftgate-commerce/openapi/operations'
import type { Localized } from '../messages/localized'
import type { CurrencyCode } from '../money'

/** What `enabledPaymentMethods` of the hosted page takes. */
export type PageMethod = components['schemas']['PaymentMethod']

/**
 * What is started by API only. CG_WALLET is the shopper's wallet at Craftgate, as answers name it (`paymentProvider`);
 * STORED_CARD is our own name for a card that he stored before, chosen and charged without the page.
 */
export type DirectMethod = Exclude<components['schemas']['ApmType'], PageMethod> | 'CG_WALLET' | 'STORED_CARD'

/** Paid past Craftgate, which is told of the money when it came (api/payment/fund_transfer_and_cod). */
export type OfflineMethod = 'FUND_TRANSFER' | 'CASH_ON_DELIVERY'

/** Craftgate's name for a way to pay. */
export type MethodName = PageMethod | DirectMethod

export type MethodGroup =
  | 'card'
  | 'wallet'
  | 'meal-or-gift-card'
  | 'bank-app'
  | 'transfer'
  | 'shopping-loan'
  | 'carrier-billing'
  | 'cash'

/** What the shop must know of the buyer before it starts; what the shopper types on the page himself is not here. */
export type BuyerNeed =
  | 'phone'
  | 'email'
  | 'name'
  | 'country'
  | 'locale'
  | 'identity'
  | 'birth-date'
  | 'national-id'

/** What its tab of the hosted page does. */
export type PageStart =
  | 'card-form'
  | 'redirect'
  /** The shopper types who he is (number of phone or card), then the code that he was sent. */
  | 'one-time-code'
  | 'qr'
  /** A button of the device or of the app. */
  | 'app'
  | 'bank-choice'

/**
 * at-once: paid or declined when the shopper comes back. awaiting-funds: it may stay WAITING, and a webhook tells the end.
 * approval: a lender decides, and the merchant may have to approve before the money comes.
 */
export type MethodEnd = 'at-once' | 'awaiting-funds' | 'approval'

/** `undocumented`: the portal does not say, so Craftgate is asked and its answer counts. */
export type Possible = 'yes' | 'no' | 'undocumented'

export interface LaterOperations {
  /** Also whether it can be pre-authorized at all. */
  readonly capture: Possible
  /** Cancelled or given back as a whole by one request. Where it is `no`, a whole refund goes by transaction. */
  readonly void: Possible
  /** By transaction, the only way that Craftgate has. A pre-authorization never can. */
  readonly partialRefund: Possible
}

export interface PaymentMethod {
  readonly group: MethodGroup
  /** The shopper's word. */
  readonly label: Localized
  /** The bank whose app it is. */
  readonly bank?: string
  /** `any`: whatever the account has. */
  readonly currencies: 'any' | readonly CurrencyCode[]
  readonly needs: readonly BuyerNeed[]
  readonly starts: PageStart | 'not-on-page'
  readonly ends: MethodEnd
  readonly later: LaterOperations
}
