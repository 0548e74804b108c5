import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import { knownSeed } from '../context/shops'
import { type Lang, langOf } from '../pages/lang'
import { answerPage, type Html } from '../pages/shell'
import { cartOf } from './cart'
import { storefrontTexts } from './texts'

/** Name, language and cart. */
export function storefrontHeader(c: Context, ctx: EmulatorContext, lang: Lang): Html {
  const shop = c.req.param('shop') ?? ''
  const cart = cartOf(c, ctx)
  const count = cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0
  const other = lang === 'tr' ? 'en' : 'tr'
  return html`<header class="top">
    <a class="name" href="/${shop}/">${knownSeed(ctx, shop).name}</a>
    <nav>
      ${cart && count > 0 ? html`<a href="/${shop}/checkout/${cart.id}">${storefrontTexts[lang].cart(count)}</a>` : ''}
      <a href="?lang=${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Türkçe'}</a>
    </nav>
  </header>`
}

/** There is no such checkout. */
export function gonePage(c: Context, ctx: EmulatorContext) {
  const lang = langOf(c)
  const { gone, back } = storefrontTexts[lang]
  const body = html`${storefrontHeader(c, ctx, lang)}<main class="thanks"><h1>${gone}</h1>
    <p><a href="/${c.req.param('shop')}/">${back}</a></p></main>`
  return answerPage(c, { title: gone, lang, body, look: 'shop', status: 404 })
}
