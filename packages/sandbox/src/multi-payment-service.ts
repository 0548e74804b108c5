// What the page of a sum in parts asks of the engine that keeps the money. Amounts are decimal text.
import type { MethodLabel } from './engine/methods/method'
import type { BrowserPost } from './hosted-page-service'

export interface MultiPaymentView {
  readonly token: string
  readonly state: 'open' | 'completed' | 'expired'
  readonly merchantName: string
  readonly currency: string
  readonly price: string
  /** What can still be paid. */
  readonly open: string
  /** No further part is allowed after the next. */
  readonly mustPayAll: boolean
  /** The money of a part is still awaited. */
  readonly pending: boolean
  readonly parts: readonly {
    readonly price: string
    readonly label: MethodLabel
    readonly lastFour?: string
  }[]
  readonly expiresAt: Date
}

export interface MultiPaymentService {
  view(token: string): MultiPaymentView | undefined
  /** Opens the page of a part, which leads back to the path `back`; its token, or nothing where the amount cannot be. */
  startPart(token: string, amount: string, back: string): string | undefined
  /** The form of the callback, the first time that the shopper comes back from the last part. */
  takeReturn(token: string): BrowserPost | undefined
  /** The shopper walks away: the callback form, whatever is paid. */
  leave(token: string): BrowserPost | undefined
}
