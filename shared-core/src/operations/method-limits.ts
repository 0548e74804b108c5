// What the table of ways to pay says of a capture, void or refund, before anything is sent. What Craftgate reports of the
// payment itself outweighs it: an authorization that is there can be captured, whatever it was made with.
import { methodRefusals } from '../messages/refusals'
import { isOutside, type PaymentMethod, paymentMethod } from '../methods'
import { compare, type Money } from '../money'
import type { PaymentFacts } from '../payment'
import { type Rejection, rejection } from './result'

type Paid = Pick<PaymentFacts, 'method'>

/** The ways to pay of these payments that this version knows. */
const methodsOf = (payments: readonly Paid[]): readonly PaymentMethod[] =>
  payments.flatMap(({ method }) => paymentMethod(method) ?? [])

const hasNoVoid = ({ later }: PaymentMethod): boolean => later.void === 'no'

export const isOnlyByTransaction = (payment: Paid): boolean => methodsOf([payment]).some(hasNoVoid)

/** Why a payment of which a part shall be captured was captured already; undefined when that is no matter of its method. */
export function captureRefusal(payments: readonly Paid[]): Rejection | undefined {
  const method = methodsOf(payments).find(({ later }) => later.capture === 'no')
  return method && rejection('method-capture', methodRefusals.capture(method.label))
}

export function voidRefusal(payments: readonly Paid[]): Rejection | undefined {
  const methods = methodsOf(payments)
  const outside = outsideRefusal(methods)
  if (outside !== undefined) return outside
  const method = methods.find(hasNoVoid)
  return method && rejection('method-void', methodRefusals.void(method.label))
}

/** `total`: what was captured. */
export function refundRefusal(
  payments: readonly Paid[],
  { amount, total }: { readonly amount: Money; readonly total: Money },
): Rejection | undefined {
  const methods = methodsOf(payments)
  const outside = outsideRefusal(methods)
  if (outside !== undefined || amount.currency !== total.currency || compare(amount, total) >= 0)
    return outside
  const method = methods.find(({ later }) => later.partialRefund === 'no')
  return method && rejection('method-partial-refund', methodRefusals.partialRefund(method.label))
}

export function restRefusal(payments: readonly Paid[]): Rejection | undefined {
  return outsideRefusal(methodsOf(payments))
}

function outsideRefusal(methods: readonly PaymentMethod[]): Rejection | undefined {
  const method = methods.find(isOutside)
  return method && rejection('method-outside', methodRefusals.outside(method.label))
}
