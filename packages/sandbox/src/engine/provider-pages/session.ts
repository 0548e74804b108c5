import type { MethodName } from '../methods/method'

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
  wrongCodes: number
  /** The shopper logged in, or chose an offer: what is left is the approval. */
  confirming: boolean
  /** Months of the offer that the shopper chose. */
  months?: number
  answered: boolean
}
