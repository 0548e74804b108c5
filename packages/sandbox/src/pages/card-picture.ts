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

/** The card picture of `?animatedCard=true`. */
export const cardPictureStyle = `
html:not(.js) .picture { display: none; }
.picture { perspective: 1000px; justify-self: center; width: min(100%, 20rem); }
.plastic { position: relative; aspect-ratio: 1.586; transform-style: preserve-3d; transition: transform 0.5s; }
.turned .plastic { transform: rotateY(180deg); }
.front, .reverse { position: absolute; inset: 0; border-radius: 16px; color: #fff; backface-visibility: hidden; overflow: hidden; box-shadow: 0 16px 30px -18px rgb(7 60 54 / 0.8);
  background: radial-gradient(120% 140% at 0% 0%, #19998a 0%, #0b6e63 45%, #083f46 100%); }
.front { padding: 1.1rem 1.3rem; display: grid; grid-template-rows: auto auto 1fr auto; }
.front .bank { all: unset; font-weight: 650; min-height: 1.5rem; max-width: 75%; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
.chip { width: 2.5rem; height: 1.9rem; border-radius: 6px; margin-top: 0.7rem; background: linear-gradient(135deg, #f3dfa5, #c9a44d); }
.digits { align-self: center; font-size: 1.22rem; letter-spacing: 0.06em; }
.who { display: flex; justify-content: space-between; gap: 1rem; font-size: 0.82rem; padding-right: 0; } .who span:first-child { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.mark-of { position: absolute; right: 1.3rem; top: 1.15rem; font-weight: 750; font-style: italic; font-size: 0.82rem; }
.reverse { transform: rotateY(180deg); } .stripe { height: 2.6rem; margin-top: 1.4rem; background: #10201f; }
.cvc-strip { margin: 1.2rem 1.3rem; background: #f2f2ee; color: #222; border-radius: 4px; padding: 0.35rem 0.8rem; text-align: right; letter-spacing: 0.2em; }
`
