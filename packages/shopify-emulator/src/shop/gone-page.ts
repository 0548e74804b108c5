import type { Context } from 'hono'
import { html } from 'hono/html'
import { langOf } from '../pages/lang'
import { answerPage } from '../pages/shell'
import type { World } from '../world'
import { shopTop } from './shop-top'
import { shopTexts } from './texts'

/** There is no such checkout. */
export function gonePage(c: Context, world: World) {
  const lang = langOf(c)
  const { gone, back } = shopTexts[lang]
  const body = html`${shopTop(c, world, lang)}<main class="thanks"><h1>${gone}</h1>
    <p><a href="/${c.req.param('shop')}/">${back}</a></p></main>`
  return answerPage(c, { title: gone, lang, body, look: 'shop', status: 404 })
}
