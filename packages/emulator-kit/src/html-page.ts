import { randomBytes } from 'node:crypto'
import type { Context } from 'hono'
import { html, raw } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'

export type Html = ReturnType<typeof html>

export interface HtmlPage {
  readonly lang: string
  readonly title: string
  readonly body: Html
  /** Class of the body element. */
  readonly bodyClass?: string
  /** The whole stylesheet. */
  readonly style: string
  /** Trusted script text, in the head and at the end of the body; runs under the nonce. None: no script runs at all. */
  readonly scripts?: { readonly head?: string; readonly end?: readonly string[] }
  /** Where its forms may lead, redirects behind them included: browsers check those too. Default "self". */
  readonly formsTo?: 'self' | 'anywhere'
  /** Who may show it in a frame. Default "nobody". */
  readonly framedBy?: 'nobody' | 'self' | 'anybody'
  readonly status?: ContentfulStatusCode
}

/** One whole HTML answer: document and security headers, never cached, nothing loaded from elsewhere. */
export function answerHtml(c: Context, page: HtmlPage): Response | Promise<Response> {
  const nonce = randomBytes(16).toString('base64')
  c.header('Content-Security-Policy', policy(page, nonce))
  c.header('Cache-Control', 'no-store')
  c.header('Referrer-Policy', 'strict-origin')
  c.header('X-Content-Type-Options', 'nosniff')
  return c.html(document(page, nonce), page.status ?? 200)
}

const frames = { nobody: "'none'", self: "'self'", anybody: 'http: https:' } as const

function policy({ scripts, formsTo, framedBy = 'nobody' }: HtmlPage, nonce: string): string {
  return [
    "default-src 'none'",
    ...(scripts === undefined ? [] : [`script-src 'nonce-${nonce}'`, "connect-src 'self'"]),
    `style-src 'nonce-${nonce}'`,
    'img-src data:',
    `form-action ${formsTo === 'anywhere' ? 'http: https:' : "'self'"}`,
    "base-uri 'none'",
    `frame-ancestors ${frames[framedBy]}`,
  ].join('; ')
}

function document({ lang, title, body, bodyClass, style, scripts }: HtmlPage, nonce: string): Html {
  const script = (text: string) => html`<script nonce="${nonce}">${raw(text)}</script>`
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
<link rel="icon" href="data:,">
<style nonce="${nonce}">${raw(style)}</style>
${scripts?.head === undefined ? '' : script(scripts.head)}
</head>
<body class="${bodyClass ?? ''}">
${body}
${(scripts?.end ?? []).map(script)}
</body>
</html>`
}
