import { html } from 'hono/html'
import type { Html } from './shell'
import type { Texts } from './texts'

/** `?animatedCard=true`: a card that follows the typing. Decoration only, hidden from screen readers. */
export function cardPicture(t: Texts): Html {
  return html`<div class="picture" aria-hidden="true"><div class="plastic">
    <div class="front">
      <p class="bank" data-show="bank"></p><span class="chip"></span>
      <p class="digits" data-show="number">•••• •••• •••• ••••</p>
      <p class="who"><span data-show="holder">${t.holder}</span><span data-show="expiry">${t.expiryPlaceholder}</span></p>
      <p class="mark-of" data-show="association"></p>
    </div>
    <div class="reverse"><p class="stripe"></p><p class="cvc-strip"><span data-show="cvc">•••</span></p></div>
  </div></div>`
}
