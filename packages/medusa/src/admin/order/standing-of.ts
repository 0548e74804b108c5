import type { MoneyCall, Payment } from '../api-types'
import type { Standing } from '../shown/checkout-badge'

/** Where a payment stands. Its record follows a capture or a void only when Craftgate is asked again; the calls know. */
export function standingOf({ checkout, calls }: Pick<Payment, 'checkout' | 'calls'>): Standing {
  const isDone = (kind: MoneyCall['kind']) =>
    calls.some((call) => call.kind === kind && call.state === 'done')
  if (isDone('void')) return 'voided'
  return checkout.state === 'authorized' && isDone('capture') ? 'captured' : checkout.state
}
