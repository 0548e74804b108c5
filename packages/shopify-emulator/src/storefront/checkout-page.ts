import type { Context } from 'hono'
import { html } from 'hono/html'
import { priceCheckout } from '../checkouts/price-checkout'
import type { Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { isAppReady, knownSeed, shopStateOf } from '../context/shops'
import { type Lang, langOf } from '../pages/lang'
import { answerPage, type Html } from '../pages/shell'
import { contactFields, methodFields } from './checkout-fields'
import { storefrontHeader } from './layout'
import { orderSummary } from './order-summary'
import type { FormNotice } from './take-checkout-form'
import { type StorefrontTexts, storefrontTexts } from './texts'

/** GET /<shop>/checkout/<id>: one form; its first button updates, its last one pays. */
export function checkoutPage(
  c: Context,
  ctx: EmulatorContext,
  { checkout, notice }: { readonly checkout: Checkout; readonly notice?: FormNotice },
) {
  const { shop, id, currency } = checkout
  const lang = langOf(c)
  const t = storefrontTexts[lang]
  const seed = knownSeed(ctx, shop)
  const priced = priceCheckout(checkout, seed)
  const body = html`${storefrontHeader(c, ctx, lang)}
  <main>
    <h1>${t.checkout}</h1>
    ${checkoutAlert(ctx, checkout, { notice, lang })}
    <form class="checkout" method="post" action="/${shop}/checkout/${id}" id="checkout-form">
      <input type="hidden" name="shown" value="${priced.total} ${currency}">
      <div>
        <button type="submit" hidden>${t.change}</button>
        ${contactFields(checkout, t)}
        ${methodFields(priced, { currency, lang })}
        ${payment(ctx, checkout, t)}
      </div>
      <div>${orderSummary(checkout, { priced, seed, lang })}</div>
    </form>
    <p><a href="/${shop}/">${t.back}</a></p>
  </main>`
  const status = notice === undefined ? 200 : 422
  return answerPage(c, { title: `${t.checkout} · ${seed.name}`, lang, body, look: 'shop', status })
}

function payment(ctx: EmulatorContext, { shop, id, lines }: Checkout, t: StorefrontTexts): Html {
  const { name = 'Craftgate', buyerLabel = 'Kredi / Banka Kartı (Craftgate)' } = ctx.app
  const { testMode } = shopStateOf(ctx, shop).settings
  const ready = isAppReady(ctx, shop)
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

/** What became of the last try to pay, or what is wrong with the form. `merchantMessage` is for the merchant's eyes. */
function checkoutAlert(
  ctx: EmulatorContext,
  { id }: Checkout,
  { notice, lang }: { readonly notice?: FormNotice; readonly lang: Lang },
): Html | '' {
  const t = storefrontTexts[lang]
  if (notice !== undefined) {
    return html`<p class="note" role="alert">${notice === 'changed' ? t.changed : t.badCoupon}</p>`
  }
  const last = ctx.state.sessions.findLast(({ checkoutId }) => checkoutId === id)
  if (last?.undelivered) return alert(t.noAnswer, t.noAnswerText)
  if (last?.state === 'rejected') return alert(t.rejected, t.rejectedText)
  return ''
}

const alert = (title: string, text: string): Html =>
  html`<div class="alert" role="alert" id="payment-alert"><strong>${title}</strong> ${text}</div>`
