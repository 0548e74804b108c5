import type { CheckoutRecord, Money, PaymentOperation, PaymentOutcome } from '@craftgate-commerce/core'
import { KnownOutcomes } from '@craftgate-commerce/core/adapter'
import type { RequestContext } from '@vendure/core'

/** What the payment handler is called for. */
export type Known =
  /** Craftgate said this already; the handler writes it down and calls nobody. */
  | { readonly about: 'payment'; readonly record: CheckoutRecord; readonly outcome: PaymentOutcome }
  | { readonly about: 'operation'; readonly operation: PaymentOperation }
  /** Our own mutation asks the handler to capture this, in the order's price, instead of the payment's own amount. */
  | { readonly about: 'capture'; readonly amount: Money }

// Vendure hands the very context that we gave it on to the handler.
const outcomes = new KnownOutcomes<RequestContext, Known>()

/** Runs Vendure's own service for something that happened at Craftgate already, or that only we may ask for. */
export function withKnownOutcome<T>(ctx: RequestContext, known: Known, work: () => Promise<T>): Promise<T> {
  return outcomes.during(ctx, known, work)
}

export function knownOutcome(ctx: RequestContext): Known | undefined {
  return outcomes.of(ctx)
}
