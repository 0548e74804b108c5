import type { BrowserPost, CheckoutView, LoyaltyView } from '../hosted-page-service'
import type { MethodInput } from './method-form'
import type { FieldErrors, TypedAgain } from './read-pay-form'

/** Checkouts that are remembered; the oldest is forgotten first. */
const LIMIT = 1000

interface Kept {
  readonly typed?: TypedAgain
  readonly errors?: FieldErrors
  readonly lastError?: CheckoutView['lastError']
  /** Of a tab that is none of the card's. */
  readonly input?: MethodInput
  readonly loyalties?: readonly LoyaltyView[]
}

/**
 * What a page still has to show after the redirect that follows every POST; without one, the browser's "back" would
 * ask to send the form again. In memory only, and never a card number or a CVC.
 */
export class PageMemory {
  private readonly kept = new Map<string, Kept>()
  private readonly returns = new Map<string, BrowserPost>()

  keep(token: string, kept: Kept): void {
    put(this.kept, token, kept)
  }

  /** What was typed stays for another try; errors, and a decline that the engine does not keep, are shown once. */
  show(token: string): Kept {
    const kept = this.kept.get(token) ?? {}
    if (kept.errors !== undefined || kept.lastError !== undefined || kept.input !== undefined)
      this.keep(token, { typed: kept.typed })
    return kept
  }

  keepReturn(path: string, post: BrowserPost): void {
    put(this.returns, path, post)
  }

  /** The way back to the merchant, once: whoever comes back to it later has been there. */
  takeReturn(path: string): BrowserPost | undefined {
    const post = this.returns.get(path)
    this.returns.delete(path)
    return post
  }
}

function put<T>(map: Map<string, T>, key: string, value: T): void {
  map.delete(key)
  map.set(key, value)
  const [oldest] = map.keys()
  if (map.size > LIMIT && oldest !== undefined) map.delete(oldest)
}
