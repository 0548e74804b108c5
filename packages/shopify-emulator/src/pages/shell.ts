import { answerHtml, type Html, type HtmlPage } from '@craftgate-commerce/emulator-kit'
import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Lang } from './lang'
import { pageStyle } from './style'

export type { Html }

export interface Page extends Pick<HtmlPage, 'title' | 'body' | 'status'> {
  readonly lang: Lang
  /** "shop" or "admin": two looks. */
  readonly look: 'shop' | 'admin'
}

const RIBBON = {
  tr: 'Emülatör: bu mağaza Shopify’ın yerine geçen bir test ortamıdır.',
  en: 'Emulator: this shop plays Shopify’s part for tests.',
}

/** A page of shop or admin, without scripts. Its forms may lead to the app. */
export function answerPage(c: Context, { title, lang, look, body, status }: Page) {
  return answerHtml(c, {
    ...{ title, lang, status, style: pageStyle, bodyClass: look, formsTo: 'anywhere' },
    body: html`<aside class="ribbon">${RIBBON[lang]}</aside>
${body}`,
  })
}

/** A page of the theme: scripts of the shop's apps run there, and ask whom they like, as they do at Shopify. */
export async function answerThemePage(c: Context, page: Omit<Page, 'look'>): Promise<Response> {
  const answer = await answerPage(c, { ...page, look: 'shop' })
  answer.headers.delete('content-security-policy')
  return answer
}

/** A picture without a request: the seed's SVG text as a data address. */
export const svgAddress = (svg: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
