import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from '../pages/lang'
import { answerPage, type Html, type Page } from '../pages/shell'
import { knownSeed, type World } from '../world'
import { adminTexts } from './texts'

export const settingsPath = (world: World, shop: string): string =>
  `/${shop}/services/payments_partners/gateways/${encodeURIComponent(world.app.apiKey)}/settings`

/** A page of the admin with its navigation. */
export function adminPage(
  c: Context,
  world: World,
  page: Pick<Page, 'title' | 'lang' | 'status'> & { readonly body: Html },
) {
  const shop = c.req.param('shop') ?? ''
  const body = html`${top(world, shop, page.lang)}<main>${page.body}</main>`
  return answerPage(c, { ...page, body, look: 'admin' })
}

function top(world: World, shop: string, lang: Lang): Html {
  const t = adminTexts[lang]
  const other = lang === 'tr' ? 'en' : 'tr'
  return html`<header class="top">
    <a class="name" href="/${shop}/admin">${knownSeed(world, shop).name}</a>
    <nav>
      <a href="/${shop}/admin">${t.orders}</a>
      <a href="${settingsPath(world, shop)}">${t.settings}</a>
      <a href="/${shop}/">${t.visit}</a>
      <a href="?lang=${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Türkçe'}</a>
    </nav>
  </header>`
}

const tones: Record<string, string> = {
  resolved: 'good',
  paid: 'good',
  rejected: 'bad',
  undelivered: 'bad',
  pending: 'wait',
  authorized: 'wait',
}

/** A state as a coloured word; the word itself says it all. */
export const tag = (state: string, text: string): Html =>
  html`<span class="tag ${tones[state] ?? ''}" data-state="${state}">${text}</span>`

export const dateText = (moment: number, lang: Lang): string =>
  new Date(moment).toLocaleString(lang === 'tr' ? 'tr-TR' : 'en-GB', { timeZone: 'Europe/Istanbul' })
