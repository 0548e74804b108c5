import type { CheckoutRecord, Money, PaymentOperation, PaymentOutcome } from '@craftgate-commerce/core'
import type { RequestContext } from '@vendure/core'

/** What Craftgate said already; the payment handler writes it down and calls nobody. */
type Said =
  | { readonly about: 'payment'; readonly record: CheckoutRecord; readonly outcome: PaymentOutcome }
  | { readonly about: 'call'; readonly operation: PaymentOperation }

/** What our own mutation asks the handler to capture, instead of the payment's own amount. */
interface Asked {
  readonly about: 'capture'
  /** In the order's price. */
  readonly amount: Money
}

export type Told = Said | Asked

// Vendure hands the very context that we gave it on to the handler. What stands here cannot come from a request:
// neither Shop API nor Admin API can make the handler believe in a payment.
const told = new WeakMap<RequestContext, Told>()

/** Runs Vendure's own service for something that happened at Craftgate already, or that only we may ask for. */
export async function handingOver<T>(ctx: RequestContext, what: Told, work: () => Promise<T>): Promise<T> {
  told.set(ctx, what)
  try {
    return await work()
  } finally {
    told.delete(ctx)
  }
}

export function toldIn(ctx: RequestContext): Told | undefined {
  return told.get(ctx)
}
