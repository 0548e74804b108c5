import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import type { Order } from '../context/order'
import type { PaymentSession } from '../context/payment-session'
import type { Transaction } from '../context/transaction'
import { priceText } from '../money/amount-text'
import { transactionsOf } from '../orders/order-money'
import type { Lang } from '../pages/lang'
import type { Html } from '../pages/shell'
import { dateText, tag } from './admin-page'
import { adminTexts } from './texts'

/** Refunds, captures and voids; what did not reach the app has a button. */
export function transactionTable(ctx: EmulatorContext, order: Order, lang: Lang): Html {
  const t = adminTexts[lang]
  const list = transactionsOf(ctx, order)
  if (list.length === 0) return html`<p class="soft">${t.noTransactions}</p>`
  return html`<div class="scroll"><table id="transactions">
    <thead><tr><th>${t.date}</th><th></th><th class="right">${t.amount}</th><th>${t.status}</th><th>${t.reason}</th><th>ID</th></tr></thead>
    <tbody>${list.map((one) => transactionRow(one, { order, lang }))}</tbody>
  </table></div>`
}

function transactionRow(one: Transaction, { order, lang }: { order: Order; lang: Lang }): Html {
  const t = adminTexts[lang]
  const action = `/${order.shop}/admin/orders/${order.checkoutId}/transactions/${one.id}/retry`
  return html`<tr>
    <td>${dateText(one.createdAt, lang)}</td>
    <td>${t.kinds[one.kind]}</td>
    <td class="right number">${priceText(one.amount, one.currency, lang)}</td>
    <td>${tag(one.state, t.states[one.state])}
      ${one.state === 'undelivered' ? html`<form method="post" action="${action}"><button type="submit">${t.retry}</button></form>` : ''}</td>
    <td>${[one.reason, one.message].filter(Boolean).join(': ')}</td>
    <td><code>${one.id}</code></td>
  </tr>`
}

/** Payment sessions, the last first. */
export function sessionTable(sessions: readonly PaymentSession[], lang: Lang): Html {
  const t = adminTexts[lang]
  const list = [...sessions].reverse()
  return html`<div class="scroll"><table id="sessions">
    <thead><tr><th>${t.date}</th><th class="right">${t.amount}</th><th>${t.status}</th><th>${t.reason}</th><th>ID</th></tr></thead>
    <tbody>${list.map(
      (one) => html`<tr>
      <td>${dateText(one.createdAt, lang)}</td>
      <td class="right number">${priceText(one.amount, one.currency, lang)}</td>
      <td>${tag(one.state, t.states[one.state])} ${one.test ? html`<span class="tag">${t.test}</span>` : ''}</td>
      <td>${[one.reason ?? one.pendingReason, one.merchantMessage].filter(Boolean).join(': ')}</td>
      <td><code>${one.id}</code></td>
    </tr>`,
    )}</tbody>
  </table></div>`
}
