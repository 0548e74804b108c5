import { nothingToPay, type OrderSnapshot } from '@craftgate-commerce/core'
import { localeOf } from './locale-of'
import { moneyOf } from './medusa-money'
import type { OrderLink, SessionView } from './sessions'

/** What is outstanding of a placed order, after an edit or an exchange: one amount, of no line in particular. */
export function outstandingOf(session: SessionView, order: OrderLink): OrderSnapshot {
  const { minor, currency } = moneyOf(session.amount, session.currency_code)
  const locale = localeOf(order.locale)
  const name = locale === 'tr' ? 'Sipariş farkı' : 'Outstanding amount'
  return {
    ...nothingToPay({ number: String(order.display_id ?? order.id), currency, locale }),
    total: minor,
    lines: [{ externalId: `order-${order.id}`, name, quantity: 1, unitPrice: minor }],
    buyer: { id: order.customer_id ?? undefined, email: order.email ?? undefined },
  }
}
