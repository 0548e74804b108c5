import type { NodeEnv } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import { html } from 'hono/html'
import { findCheckout } from '../checkouts/change-checkout'
import type { EmulatorContext } from '../context/emulator-context'
import type { Order } from '../context/order'
import { priceText } from '../money/amount-text'
import { orderOf } from '../orders/order'
import { type FinancialStatus, orderMoney } from '../orders/order-money'
import { langOf } from '../pages/lang'
import { answerPage } from '../pages/shell'
import { gonePage, storefrontHeader } from './layout'
import { storefrontTexts } from './texts'

/** GET /<shop>/checkout/<id>/thank-you: the order, or that there is none yet. */
export function thankYouPage(c: Context<NodeEnv>, ctx: EmulatorContext) {
  const shop = c.req.param('shop') ?? ''
  const checkout = findCheckout(ctx, shop, c.req.param('id') ?? '')
  if (!checkout) return gonePage(c, ctx)
  const order = orderOf(ctx, checkout.id)
  return order ? ordered(c, ctx, order) : waiting(c, ctx)
}

const icons: Partial<Record<FinancialStatus, string>> = { pending: '…', voided: '–' }

function ordered(c: Context<NodeEnv>, ctx: EmulatorContext, order: Order) {
  const lang = langOf(c)
  const t = storefrontTexts[lang]
  const { financialStatus } = orderMoney(ctx, order)
  const mark = icons[financialStatus] ?? '✓'
  const body = html`${storefrontHeader(c, ctx, lang)}
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

function waiting(c: Context<NodeEnv>, ctx: EmulatorContext) {
  const lang = langOf(c)
  const t = storefrontTexts[lang]
  const checkout = c.req.path.replace(/\/thank-you$/, '')
  const body = html`${storefrontHeader(c, ctx, lang)}
  <main class="thanks"><div class="card" data-status="none">
    <p>${t.waiting}</p>
    <p class="row"><a class="button" href="">${t.look}</a> <a href="${checkout}">${t.checkout}</a></p>
  </div></main>`
  return answerPage(c, { title: t.checkout, lang, body, look: 'shop' })
}
