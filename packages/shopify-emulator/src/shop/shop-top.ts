import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../pages/lang'
import type { Html } from '../pages/shell'
import { knownSeed, type World } from '../world'
import { cartOf } from './cart'
import { shopTexts } from './texts'

/** Name, language and cart. */
export function shopTop(c: Context, world: World, lang: Lang): Html {
  const shop = c.req.param('shop') ?? ''
  const cart = cartOf(c, world)
  const count = cart?.lines.reduce((sum, { quantity }) => sum + quantity, 0) ?? 0
  const other = lang === 'tr' ? 'en' : 'tr'
  return html`<header class="top">
    <a class="name" href="/${shop}/">${knownSeed(world, shop).name}</a>
    <nav>
      ${cart && count > 0 ? html`<a href="/${shop}/checkout/${cart.id}">${shopTexts[lang].cart(count)}</a>` : ''}
      <a href="?lang=${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Türkçe'}</a>
    </nav>
  </header>`
}
