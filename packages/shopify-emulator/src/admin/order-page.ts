import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import type { Order } from '../context/order'
import { priceText } from '../money/amount-text'
import { type OrderMoney, orderMoney } from '../orders/order-money'
import { type Lang, langOf } from '../pages/lang'
import type { Html } from '../pages/shell'
import { adminPage, dateText, tag } from './admin-page'
import { orderActions } from './order-actions'
import { sessionTable, transactionTable } from './order-tables'
import { adminTexts } from './texts'

/** GET /<shop>/admin/orders/<checkout> */
export function orderPage(
  c: Context,
  ctx: EmulatorContext,
  { order, problem }: { readonly order: Order; readonly problem?: string },
) {
  const lang = langOf(c)
  const t = adminTexts[lang]
  const money = orderMoney(ctx, order)
  const { financialStatus } = money
  const sessions = ctx.state.sessions.filter(({ checkoutId }) => checkoutId === order.checkoutId)
  const body = html`<div class="row"><h1>${order.number}</h1>${tag(financialStatus, t.financial[financialStatus])}</div>
  ${problem === undefined ? '' : html`<p class="alert" role="alert" id="problem">${problem}</p>`}
  <section class="card">${facts(order, money, lang)}${orderActions(order, money, lang)}</section>
  <section class="card"><h2>${t.transactions}</h2>${transactionTable(ctx, order, lang)}</section>
  <section class="card"><h2>${t.sessions}</h2>${sessionTable(sessions, lang)}</section>`
  const status = problem === undefined ? 200 : 422
  return adminPage(c, ctx, { title: order.number, lang, body, status })
}

function facts(order: Order, money: OrderMoney, lang: Lang): Html {
  const t = adminTexts[lang]
  const price = (minor: number) => html`<dd class="number">${priceText(minor, order.currency, lang)}</dd>`
  return html`<dl class="facts">
    <dt>${t.paymentSession}</dt><dd><code id="payment-session">${order.sessionId}</code></dd>
    <dt>${t.date}</dt><dd>${dateText(order.createdAt, lang)}</dd>
    <dt>${t.buyer}</dt><dd>${order.email ?? '-'}</dd>
    <dt>${t.total}</dt>${price(order.amount)}
    <dt>${t.authorized}</dt>${price(money.authorized)}
    <dt>${t.captured}</dt>${price(money.captured)}
    <dt>${t.refunded}</dt>${price(money.refunded)}
    ${money.refundPending === 0 ? '' : html`<dt>${t.refundPending}</dt>${price(money.refundPending)}`}
  </dl>`
}
