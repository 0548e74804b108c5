import { html } from 'hono/html'
import type { Order } from '../context/order'
import { decimalText } from '../money/amount-text'
import type { OrderMoney } from '../orders/order-money'
import { refusalOf } from '../orders/refusal'
import type { Lang } from '../pages/lang'
import type { Html } from '../pages/shell'
import { adminTexts } from './texts'

/** The buttons that Shopify would not refuse at once. */
export function orderActions(order: Order, money: OrderMoney, lang: Lang): Html {
  const t = adminTexts[lang]
  const action = `/${order.shop}/admin/orders/${order.checkoutId}`
  const canCapture = refusalOf('capture', money.authorized, money) === undefined
  const canVoid = refusalOf('void', order.amount, money) === undefined
  return html`<div class="actions">
    ${canCapture ? amountForm(`${action}/capture`, { label: t.captureIt, amount: money.authorized, order, lang }) : ''}
    ${canVoid ? html`<form method="post" action="${action}/void" id="void-form"><button class="danger" type="submit">${t.voidIt}</button></form>` : ''}
    ${money.refundable > 0 ? amountForm(`${action}/refund`, { label: t.refund, amount: money.refundable, order, lang }) : ''}
  </div>`
}

interface AmountForm {
  readonly label: string
  readonly amount: number
  readonly order: Order
  readonly lang: Lang
}

function amountForm(action: string, { label, amount, order, lang }: AmountForm): Html {
  const name = action.slice(action.lastIndexOf('/') + 1)
  const { currency } = order
  return html`<form method="post" action="${action}" class="inline" id="${name}-form">
    <div class="field"><label for="${name}-amount">${adminTexts[lang].amount} (${currency})</label>
    <input id="${name}-amount" name="amount" inputmode="decimal" value="${decimalText(amount, currency)}"></div>
    <button class="primary" type="submit">${label}</button>
  </form>`
}
