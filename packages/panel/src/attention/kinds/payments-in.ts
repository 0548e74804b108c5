import type { CheckoutState } from '@craftgate-commerce/core'
import type { PanelPayment } from '../../panel-host'
import { type Desk, MOST_SHOWN } from '../kind'
import type { AttentionItem, Waiting } from '../waiting'

/** The payments whose attempt is in this state. */
export async function paymentsIn({ payments, account }: Desk, state: CheckoutState): Promise<Waiting> {
  const found = await payments.page({ states: [state], account, limit: MOST_SHOWN, offset: 0 })
  return { count: found.count, items: found.payments.map(paymentItem) }
}

export const paymentItem = ({ reference, attempt, order }: PanelPayment): AttentionItem => ({
  path: `/payments/${encodeURIComponent(reference)}`,
  text: order?.number ?? reference,
  at: attempt.stateSince,
  amount: attempt.expected,
})
