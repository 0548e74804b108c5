import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import { shopStateOf } from '../context/shops'
import { priceText } from '../money/amount-text'
import { orderOf } from '../orders/order'
import { orderMoney } from '../orders/order-money'
import { type Lang, langOf } from '../pages/lang'
import type { Html } from '../pages/shell'
import { adminPage, dateText, settingsPath, tag } from './admin-page'
import { sessionTable } from './order-tables'
import { adminTexts } from './texts'

/** How many unfinished attempts are listed. */
const UNFINISHED_LIMIT = 20

/** GET /<shop>/admin: the app and the orders. */
export function homePage(c: Context, ctx: EmulatorContext) {
  const shop = c.req.param('shop') ?? ''
  const lang = langOf(c)
  const t = adminTexts[lang]
  const body = html`${appCard(ctx, shop, lang)}
  <section class="card"><h1>${t.orders}</h1>${orders(ctx, shop, lang)}</section>
  ${unfinished(ctx, shop, lang)}`
  return adminPage(c, ctx, { title: t.orders, lang, body })
}

/** To install is to open: the app's own address begins OAuth, as after a click in the app store. */
function appCard(ctx: EmulatorContext, shop: string, lang: Lang): Html {
  const t = adminTexts[lang]
  const { installed } = shopStateOf(ctx, shop)
  return html`<section class="card">
    <h2>${t.app}: ${ctx.app.name ?? 'Craftgate'} ${tag(installed ? 'resolved' : 'none', installed ? t.installed : t.notInstalled)}</h2>
    <div class="row">
      <a class="button primary" id="open-app" href="/${shop}/admin/apps/${encodeURIComponent(ctx.app.apiKey)}">${installed ? t.open : t.install}</a>
      ${installed ? html`<a class="button" href="${settingsPath(ctx, shop)}">${t.settings}</a>` : ''}
      ${
        installed
          ? html`<form method="post" action="/${shop}/admin/uninstall" id="uninstall-form">
        <button class="danger" type="submit">${t.uninstall}</button></form>`
          : ''
      }
    </div>
  </section>`
}

/** Attempts of checkouts that have no order: declined, given up, or still on the payment page. */
function unfinished(ctx: EmulatorContext, shop: string, lang: Lang): Html | '' {
  const list = ctx.state.sessions.filter(
    (session) => session.shop === shop && !orderOf(ctx, session.checkoutId),
  )
  if (list.length === 0) return ''
  const last = list.slice(-UNFINISHED_LIMIT)
  return html`<section class="card"><h2>${adminTexts[lang].unfinished}</h2>${sessionTable(last, lang)}</section>`
}

function orders(ctx: EmulatorContext, shop: string, lang: Lang): Html {
  const t = adminTexts[lang]
  const list = ctx.state.orders.filter((order) => order.shop === shop).reverse()
  if (list.length === 0) return html`<p class="soft">${t.none}</p>`
  return html`<div class="scroll"><table>
    <thead><tr><th>${t.number}</th><th>${t.date}</th><th>${t.status}</th><th>${t.buyer}</th><th class="right">${t.total}</th></tr></thead>
    <tbody>${list.map((order) => {
      const { financialStatus } = orderMoney(ctx, order)
      return html`<tr>
        <td><a href="/${shop}/admin/orders/${order.checkoutId}">${order.number}</a></td>
        <td>${dateText(order.createdAt, lang)}</td>
        <td>${tag(financialStatus, t.financial[financialStatus])}</td>
        <td>${order.email ?? ''}</td>
        <td class="right number">${priceText(order.amount, order.currency, lang)}</td>
      </tr>`
    })}</tbody>
  </table></div>`
}
