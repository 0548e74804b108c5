import type {
  CheckoutRecord,
  Money,
  PaymentOperation,
  PaymentOutcome,
  RefundRequest,
} from '@craftgate-commerce/core'
import { KnownOutcomes } from '@craftgate-commerce/core/adapter'
import { isGraphQlErrorResult, type OrderService, type RequestContext } from '@vendure/core'

/** What the payment handler is called for. */
export type Known =
  /** Craftgate said this already; the handler writes it down and calls nobody. */
  | { readonly about: 'payment'; readonly record: CheckoutRecord; readonly outcome: PaymentOutcome }
  | { readonly about: 'operation'; readonly operation: PaymentOperation }
  /** Our own mutation asks the handler to capture this, in the order's price, instead of the payment's own amount. */
  | { readonly about: 'capture'; readonly amount: Money }
  /** The panel asks for a refund of these items, or into the wallet, which Vendure has no words for. */
  | { readonly about: 'refund'; readonly how: RefundTerms }

export type RefundTerms = Pick<RefundRequest, 'items' | 'itemsOnly' | 'destination'>

// Vendure hands the very context that we gave it on to the handler.
const outcomes = new KnownOutcomes<RequestContext, Known>()

/** Runs Vendure's own service for something that happened at Craftgate already, or that only we may ask for. */
export function withKnownOutcome<T>(ctx: RequestContext, known: Known, work: () => Promise<T>): Promise<T> {
  return outcomes.during(ctx, known, work)
}

export function knownOutcome(ctx: RequestContext): Known | undefined {
  return outcomes.of(ctx)
}

/** What Vendure's services answer when something is entered. */
export type Entered = Awaited<
  ReturnType<OrderService['settlePayment' | 'cancelPayment' | 'transitionRefundToState' | 'settleRefund']>
>

/**
 * Vendure's services answer a refusal as a value. What happened at Craftgate is not entered then, so this throws, with a
 * sentence for the merchant: it is told again later. `what` is e.g. "The capture of payment 17".
 */
export function requireEntered(what: string, result: Entered): void {
  if (!isGraphQlErrorResult(result)) return
  const reasons = [
    result.message,
    'paymentErrorMessage' in result ? result.paymentErrorMessage : '',
    'transitionError' in result ? result.transitionError : '',
  ]
  const reason = reasons.filter(Boolean).join(': ')
  throw new Error(`${what} was made at Craftgate and Vendure refuses to enter it: ${reason}`)
}
