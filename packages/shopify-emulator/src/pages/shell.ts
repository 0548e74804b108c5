import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { Lang } from './lang'
import { pageStyle } from './style'

export type Html = ReturnType<typeof html>

export interface Page {
  readonly title: string
  readonly lang: Lang
  readonly body: Html
  /** "shop" or "admin": two looks. */
  readonly look: 'shop' | 'admin'
  readonly status?: 200 | 400 | 404 | 409 | 422 | 502
}

const RIBBON = {
  tr: 'Emülatör: bu mağaza Shopify’ın yerine geçen bir test ortamıdır.',
  en: 'Emulator: this shop plays Shopify’s part for tests.',
}

/** One whole HTML answer: document, security headers, never cached, nothing loaded from elsewhere. */
export function answerPage(c: Context, page: Page): Response | Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  c.header('Content-Security-Policy', policy(nonce))
  c.header('Cache-Control', 'no-store')
  c.header('Referrer-Policy', 'strict-origin')
  c.header('X-Content-Type-Options', 'nosniff')
  return c.html(document(page, nonce), page.status ?? 200)
}

/** Forms may leave the house: browsers check the redirect to the app's page too. */
const policy = (nonce: string): string =>
  [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    'form-action http: https:',
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')

const document = ({ title, lang, body, look }: Page, nonce: string): Html => html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${raw(pageStyle)}</style>
</head>
<body class="${look}">
<p class="ribbon">${RIBBON[lang]}</p>
${body}
</body>
</html>`

/** A picture without a request: the seed's SVG text as a data address. */
export const svgAddress = (svg: string): string =>
  `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`
