// Money that no order took, of which a person decides.
import { isOutside, paymentMethod } from '../methods'
import type { CheckoutRecord, PaymentOperation } from '../platform'

/** No order took it, and not all of it is back. */
export const isUnexpected = ({ state }: Pick<CheckoutRecord, 'state'>): boolean =>
  state === 'refunding' || state === 'needs-review'

const givesBack = ({ kind }: PaymentOperation): boolean => kind === 'void' || kind === 'refund'

/** It was kept by option, or its last refund was refused. `operations`: of its payment, oldest first; of others as well. */
export function waitsForRefund(
  { state, account, paymentIds }: Pick<CheckoutRecord, 'state' | 'account' | 'paymentIds'>,
  operations: readonly PaymentOperation[],
): boolean {
  if (state !== 'refunding') return state === 'needs-review'
  const ofIt = operations.filter((each) => each.account === account && paymentIds.includes(each.paymentId))
  return ofIt.findLast(givesBack)?.state === 'failed'
}

/** False where the money never passed Craftgate: its refund can only be marked. */
export function isGivenBackByCraftgate({ method: name }: Pick<CheckoutRecord, 'method'>): boolean {
  const method = paymentMethod(name)
  return method === undefined || !isOutside(method)
}
