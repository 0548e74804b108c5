import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { PageOptions } from './page-options'
import { frameScript } from './scripts'
import { pageStyle } from './style'
import { textsOf } from './texts'

export type Html = ReturnType<typeof html>

export interface Page {
  readonly title: string
  readonly body: Html
  readonly options: PageOptions
  readonly status?: 200 | 404 | 410 | 422 | 500
  /** Trusted script text of this package; runs under the nonce. */
  readonly script?: string
  readonly bodyClass?: string
  /** A page whose form leaves for the merchant; browsers check every redirect behind it too. */
  readonly leavesHouse?: boolean
}

/** One whole HTML answer: document, security headers, never cached. */
export function answerPage(c: Context, page: Page): Response | Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  c.header('Content-Security-Policy', policy(page, nonce))
  c.header('Cache-Control', 'no-store')
  c.header('Referrer-Policy', 'strict-origin')
  c.header('X-Content-Type-Options', 'nosniff')
  return c.html(document(page, nonce), page.status ?? 200)
}

function policy({ leavesHouse, options }: Page, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src 'nonce-${nonce}'`,
    "connect-src 'self'",
    'img-src data:',
    `form-action ${leavesHouse ? 'http: https:' : "'self'"}`,
    "base-uri 'none'",
    `frame-ancestors ${options.iframe ? 'http: https:' : "'self'"}`,
  ].join('; ')
}

function document({ title, body, options, script, bodyClass }: Page, nonce: string): Html {
  const t = textsOf(options.lang)
  const classes = [options.iframe ? 'framed' : 'full', bodyClass ?? ''].join(' ').trim()
  return html`<!doctype html>
<html lang="${options.lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${t.sandbox}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${raw(pageStyle)}</style>
<script nonce="${nonce}">document.documentElement.classList.add('js')</script>
</head>
<body class="${classes}">
<p class="ribbon"><strong>${t.sandbox}</strong> <span>${t.sandboxNote}</span></p>
${body}
${options.iframe ? scriptTag(frameScript, nonce) : ''}
${script === undefined ? '' : scriptTag(script, nonce)}
</body>
</html>`
}

const scriptTag = (script: string, nonce: string): Html =>
  html`<script nonce="${nonce}">${raw(script)}</script>`
