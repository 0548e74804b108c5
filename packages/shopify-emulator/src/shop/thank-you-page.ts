import type { Context } from 'hono'
import { html } from 'hono/html'
import { findCheckout } from '../checkouts/change-checkout'
import type { NodeEnv } from '../http/cut'
import { priceText } from '../money/price-text'
import { orderOf } from '../orders/find-order'
import type { Order } from '../orders/order'
import { type FinancialStatus, orderMoney } from '../orders/order-money'
import { langOf } from '../pages/lang'
import { answerPage } from '../pages/shell'
import type { World } from '../world'
import { gonePage } from './gone-page'
import { shopTop } from './shop-top'
import { shopTexts } from './texts'

/** GET /<shop>/checkout/<id>/thank-you: the order, or that there is none yet. */
export function thankYouPage(c: Context<NodeEnv>, world: World) {
  const shop = c.req.param('shop') ?? ''
  const checkout = findCheckout(world, shop, c.req.param('id') ?? '')
  if (!checkout) return gonePage(c, world)
  const order = orderOf(world, checkout.id)
  return order ? ordered(c, world, order) : waiting(c, world)
}

const marks: Partial<Record<FinancialStatus, string>> = { pending: '…', voided: '–' }

function ordered(c: Context<NodeEnv>, world: World, order: Order) {
  const lang = langOf(c)
  const t = shopTexts[lang]
  const { financialStatus } = orderMoney(world, order)
  const mark = marks[financialStatus] ?? '✓'
  const body = html`${shopTop(c, world, lang)}
  <main class="thanks"><div class="card" data-status="${financialStatus}">
    <p class="mark ${mark === '✓' ? '' : 'wait'}" aria-hidden="true">${mark}</p>
    <h1>${t.thanks}</h1>
    <p>${t[financialStatus]}</p>
    <dl class="facts">
      <dt>${t.orderNumber}</dt><dd id="order-number">${order.number}</dd>
      <dt>${t.total}</dt><dd class="number" id="order-total">${priceText(order.amount, order.currency, lang)}</dd>
    </dl>
    <p><a href="/${order.shop}/">${t.back}</a></p>
  </div></main>`
  return answerPage(c, { title: `${t.thanks} ${order.number}`, lang, body, look: 'shop' })
}

function waiting(c: Context<NodeEnv>, world: World) {
  const lang = langOf(c)
  const t = shopTexts[lang]
  const checkout = c.req.path.replace(/\/thank-you$/, '')
  const body = html`${shopTop(c, world, lang)}
  <main class="thanks"><div class="card" data-status="none">
    <p>${t.waiting}</p>
    <p class="row"><a class="button" href="">${t.look}</a> <a href="${checkout}">${t.checkout}</a></p>
  </div></main>`
  return answerPage(c, { title: t.checkout, lang, body, look: 'shop' })
}
