import type { Context } from 'hono'
import { html } from 'hono/html'
import type { EmulatorContext } from '../context/emulator-context'
import { knownSeed } from '../context/shops'
import type { Lang } from '../pages/lang'
import { answerPage, type Html, type Page } from '../pages/shell'
import { adminTexts } from './texts'

export const settingsPath = (ctx: EmulatorContext, shop: string): string =>
  `/${shop}/services/payments_partners/gateways/${encodeURIComponent(ctx.app.apiKey)}/settings`

/** A page of the admin with its navigation. */
export function adminPage(
  c: Context,
  ctx: EmulatorContext,
  page: Pick<Page, 'title' | 'lang' | 'status'> & { readonly body: Html },
) {
  const shop = c.req.param('shop') ?? ''
  const body = html`${top(ctx, shop, page.lang)}<main>${page.body}</main>`
  return answerPage(c, { ...page, body, look: 'admin' })
}

function top(ctx: EmulatorContext, shop: string, lang: Lang): Html {
  const t = adminTexts[lang]
  const other = lang === 'tr' ? 'en' : 'tr'
  return html`<header class="top">
    <a class="name" href="/${shop}/admin">${knownSeed(ctx, shop).name}</a>
    <nav>
      <a href="/${shop}/admin">${t.orders}</a>
      <a href="${settingsPath(ctx, shop)}">${t.settings}</a>
      <a href="/${shop}/">${t.toShop}</a>
      <a href="?lang=${other}" hreflang="${other}">${other === 'en' ? 'English' : 'Türkçe'}</a>
    </nav>
  </header>`
}

const variants: Record<string, string> = {
  resolved: 'good',
  paid: 'good',
  rejected: 'bad',
  undelivered: 'bad',
  pending: 'wait',
  authorized: 'wait',
}

/** A state as a coloured word; the word itself says it all. */
export const tag = (state: string, text: string): Html =>
  html`<span class="tag ${variants[state] ?? ''}" data-state="${state}">${text}</span>`

export const dateText = (moment: number, lang: Lang): string =>
  new Date(moment).toLocaleString(lang === 'tr' ? 'tr-TR' : 'en-GB', { timeZone: 'Europe/Istanbul' })
