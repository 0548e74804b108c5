import type { MethodName, PageKind } from '../methods/method'
import { METHODS } from '../methods/methods'

/**
 * How the browser of an API payment goes back: with the callback of an alternative payment, with that of a POS's own, with
 * the payment's reference only, with nothing (a bank's app that opens the merchant's), or not at all.
 */
export type WayBack = 'apm' | 'pos-apm' | 'reference' | 'empty' | 'none'

/** What the page of a bank's app offers; `total` in minor units. */
export interface InstallmentPlan {
  readonly number: number
  readonly total: number
}

/** One visit to the page of a wallet, a bank, a lender: what leads from the tab to the end of the payment. */
export interface ProviderSession {
  readonly id: string
  readonly merchant: string
  readonly paymentId: number
  readonly method: MethodName
  /** The hosted page that led here; an API payment brings its own address to go back to. */
  readonly checkoutToken?: string
  readonly callbackUrl?: string
  readonly bankCode?: string
  /** Another page than the method's usual one. */
  readonly page?: PageKind
  /** Default `apm`. */
  readonly wayBack?: WayBack
  /** What the shopper chooses from; absent where he pays at once. */
  readonly installments?: readonly InstallmentPlan[]
  /** The shopper's approval takes no money yet: the merchant completes the payment. */
  readonly completedByMerchant?: boolean
  /** A second name of the payment, beside the session's id. */
  readonly token?: string
  wrongCodes: number
  /** The shopper logged in, or chose an offer: what is left is the approval. */
  confirming: boolean
  /** Months of the offer that the shopper chose. */
  months?: number
  answered: boolean
}

export const pageOf = ({ page, method }: ProviderSession): PageKind => page ?? METHODS[method].page
