/**
 * Something that a payments app must never do.
 * - second-payment-in-group: resolved or left pending a session whose checkout has an order of another session
 * - second-final-state: asked for another final state of a session that has one
 * - different-answer: answered a repeated session request with another redirect_url
 */
export type ViolationKind = 'second-payment-in-group' | 'second-final-state' | 'different-answer'

export interface Violation {
  readonly kind: ViolationKind
  readonly shop: string
  /** Session that it was about. */
  readonly gid: string
  readonly at: number
  readonly details: string
}
