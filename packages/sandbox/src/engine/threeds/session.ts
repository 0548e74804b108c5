/** One visit to the bank's 3D Secure page. */
export interface ThreeDSession {
  readonly id: string
  readonly merchant: string
  readonly paymentId: number
  /** API payments bring their own; hosted ones go back through their checkout. */
  readonly callbackUrl?: string
  readonly callbackVersion: 1 | 2
  readonly checkoutToken?: string
  wrongCodes: number
  answered: boolean
}
