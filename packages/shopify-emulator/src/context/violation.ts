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

/** Where violations are written down: a part of the emulator's context. */
interface ViolationLog {
  readonly state: { readonly violations: Violation[] }
  readonly clock: { now(): number }
}

export function reportViolation(
  { state, clock }: ViolationLog,
  kind: ViolationKind,
  { shop, gid }: { readonly shop: string; readonly gid: string },
  details: string,
): void {
  state.violations.push({ kind, shop, gid, details, at: clock.now() })
}
