import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Checkout } from '../checkouts/checkout'
import { priceCheckout } from '../checkouts/price-checkout'
import { shopStateOf } from '../oauth/shop-state-of'
import { langOf } from '../pages/lang'
import { answerPage, type Html } from '../pages/shell'
import { isAppReady } from '../sessions/is-app-ready'
import { knownSeed, type World } from '../world'
import { checkoutAlert } from './checkout-alert'
import { contactFields, methodFields } from './checkout-fields'
import { orderSummary } from './order-summary'
import { shopTop } from './shop-top'
import type { FormNotice } from './take-checkout-form'
import { type ShopTexts, shopTexts } from './texts'

/** GET /<shop>/checkout/<id>: one form; its first button updates, its last one pays. */
export function checkoutPage(
  c: Context,
  world: World,
  { checkout, notice }: { readonly checkout: Checkout; readonly notice?: FormNotice },
) {
  const { shop, id, currency } = checkout
  const lang = langOf(c)
  const t = shopTexts[lang]
  const seed = knownSeed(world, shop)
  const priced = priceCheckout(checkout, seed)
  const body = html`${shopTop(c, world, lang)}
  <main>
    <h1>${t.checkout}</h1>
    ${checkoutAlert(world, checkout, { notice, lang })}
    <form class="checkout" method="post" action="/${shop}/checkout/${id}" id="checkout-form">
      <input type="hidden" name="shown" value="${priced.total} ${currency}">
      <div>
        <button type="submit" hidden>${t.change}</button>
        ${contactFields(checkout, t)}
        ${methodFields(priced, { currency, lang })}
        ${payment(world, checkout, t)}
      </div>
      <div>${orderSummary(checkout, { priced, seed, lang })}</div>
    </form>
    <p><a href="/${shop}/">${t.back}</a></p>
  </main>`
  const status = notice === undefined ? 200 : 422
  return answerPage(c, { title: `${t.checkout} · ${seed.name}`, lang, body, look: 'shop', status })
}

function payment(world: World, { shop, id, lines }: Checkout, t: ShopTexts): Html {
  const { name = 'Craftgate', buyerLabel = 'Kredi / Banka Kartı (Craftgate)' } = world.app
  const { testMode } = shopStateOf(world, shop).settings
  const ready = isAppReady(world, shop)
  return html`<section class="card">
    <div class="row"><h2>${t.payment}</h2>${testMode ? html`<span class="tag wait">${t.testMode}</span>` : ''}</div>
    ${
      ready
        ? html`<p><strong>${buyerLabel}</strong></p><p class="soft">${t.payNote}</p>
    <button class="primary pay" type="submit" formaction="/${shop}/checkout/${id}/pay" id="pay"
      ${lines.length === 0 ? 'disabled' : ''}>${t.pay(name)}</button>`
        : html`<p class="note" id="not-ready">${t.notReady}</p>`
    }
  </section>`
}
