import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import { langOf } from './lang'
import { answerPage } from './shell'

const texts = {
  tr: { title: 'Mağazalar', shop: 'Mağaza', admin: 'Yönetim' },
  en: { title: 'Shops', shop: 'Shop', admin: 'Admin' },
}

/** GET /: the shops of this emulator. */
export function frontPage(c: Context, ctx: EmulatorContext) {
  const lang = langOf(c)
  const t = texts[lang]
  const body = html`<main class="thanks"><h1>${t.title}</h1>
    ${ctx.options.shops.map(
      ({ domain, name }) => html`<div class="card"><h2>${name}</h2><p class="soft">${domain}</p>
      <p class="row"><a class="button primary" href="/${domain}/">${t.shop}</a>
      <a class="button" href="/${domain}/admin">${t.admin}</a></p></div>`,
    )}
  </main>`
  return answerPage(c, { title: t.title, lang, body, look: 'shop' })
}
