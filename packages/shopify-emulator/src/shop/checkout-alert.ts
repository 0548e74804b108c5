import { html } from 'hono/html'
import type { Checkout } from '../checkouts/checkout'
import type { Lang } from '../pages/lang'
import type { Html } from '../pages/shell'
import type { World } from '../world'
import type { FormNotice } from './take-checkout-form'
import { shopTexts } from './texts'

/** What became of the last try to pay, or what is wrong with the form. `merchantMessage` is for the merchant's eyes. */
export function checkoutAlert(
  world: World,
  { id }: Checkout,
  { notice, lang }: { readonly notice?: FormNotice; readonly lang: Lang },
): Html | '' {
  const t = shopTexts[lang]
  if (notice !== undefined) {
    return html`<p class="note" role="alert">${notice === 'changed' ? t.changed : t.badCoupon}</p>`
  }
  const last = world.state.sessions.findLast(({ checkoutId }) => checkoutId === id)
  if (last?.undelivered) return alert(t.noAnswer, t.noAnswerText)
  if (last?.state === 'rejected') return alert(t.rejected, t.rejectedText)
  return ''
}

const alert = (title: string, text: string): Html =>
  html`<div class="alert" role="alert" id="payment-alert"><strong>${title}</strong> ${text}</div>`
