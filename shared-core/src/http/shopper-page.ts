// The pages that a shopper sees of ours: small, in his language, and, unless a provider's script belongs to the way to pay,
// without a script and loading nothing from anywhere.
import { createHash } from 'node:crypto'
import { amountIn } from '../messages/amounts'
import type { Localized } from '../messages/localized'
import { AMOUNT_LABEL, REQUEST_ID_LABEL } from '../messages/pages'
import type { Money } from '../money'

const STYLE =
  'body{margin:0;min-height:100vh;display:grid;place-items:center;background:#f5f6f8;color:#1d2430;' +
  'font:16px/1.5 system-ui,sans-serif}main{max-width:28rem;margin:1rem;padding:2rem;background:#fff;' +
  'border-radius:12px;box-shadow:0 1px 3px #0002}h1{margin:0 0 .5rem;font-size:1.25rem}p{margin:0 0 1rem}' +
  '.button{display:block;padding:.75rem;border-radius:8px;background:#1d4ed8;color:#fff;text-align:center;' +
  'text-decoration:none}' +
  'small{color:#667085;overflow-wrap:anywhere}button,input,select{box-sizing:border-box;width:100%;padding:.75rem;' +
  'border-radius:8px;font:inherit}button{border:0;background:#1d4ed8;color:#fff;cursor:pointer}' +
  'input,select{margin:.25rem 0 1rem;border:1px solid #667085;background:#fff;color:inherit}label{display:block}' +
  'form{margin:0 0 1rem}.problem{padding:.75rem;border-radius:8px;background:#fef3f2;color:#912018}' +
  'input[type=radio],input[type=checkbox]{width:auto;margin:0 .5rem 0 0}.choice{margin:0 0 .75rem}.wrong{display:block;' +
  'margin:-.75rem 0 1rem;color:#912018}[aria-invalid]{border-color:#912018}fieldset{margin:0 0 1rem;border:1px solid #667085;' +
  'border-radius:8px}.problem{margin:0 0 1rem}.problem ul{margin:0;padding:0 0 0 1.25rem}.problem a{color:inherit}summary{cursor:pointer;margin:0 0 1rem}' +
  'svg{display:block;width:14rem;max-width:100%;margin:0 auto 1rem}a{color:#1d4ed8}#place{min-height:3rem;margin:0 0 1rem}' +
  '.apple-pay{appearance:-apple-pay-button;-apple-pay-button-type:pay;background:#000}'

/** Of a content security policy. */
export const STYLE_SOURCE = `'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`

export const QUIET = {
  'cache-control': 'no-store',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
}

const policyOf = ({ framedBy = ["'none'"] }: PageRequest): string =>
  `default-src 'none'; style-src ${STYLE_SOURCE}; frame-ancestors ${framedBy.join(' ')}; base-uri 'none'`

/** What a page is made for. */
export interface PageRequest {
  readonly request: Request
  /** Stands in the log and on the page that the shopper sees, so that support finds one by the other. */
  readonly requestId: string
  /** What is to be paid, where that is known. */
  readonly amount?: Money
  /** Origins whose pages may show the answer in a frame; without it nobody's may. */
  readonly framedBy?: readonly string[]
}

export interface ShopperPage {
  readonly title: Localized
  readonly text: Localized
  /** HTML below the text. */
  readonly body?: string
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  /** Its form may be sent; browsers hold a `form-action` against the redirect that follows, whose address is not known yet. */
  readonly hasForm?: boolean
  /** Its content security policy, where it loads something. */
  readonly policy?: string
  /** It loads itself again after so many seconds. */
  readonly reloadSeconds?: number
}

export function shopperPage(incoming: PageRequest, page: ShopperPage): Response {
  const policy = policyOf(incoming)
  const headers = {
    ...QUIET,
    // A form of ours that is sent says so by its origin, which `no-referrer` would hide.
    ...(page.hasForm ? { 'referrer-policy': 'same-origin' } : {}),
    'content-type': 'text/html; charset=utf-8',
    'content-security-policy': page.policy ?? (page.hasForm ? policy : `${policy}; form-action 'none'`),
    'x-request-id': incoming.requestId,
    ...page.headers,
  }
  return new Response(html(incoming, page), { status: page.status, headers })
}

/** See other: the browser goes on with a GET, whatever it came with. A header carries no letters beyond Latin-1. */
export const seeOther = (address: string): Response =>
  new Response(null, { status: 303, headers: { ...QUIET, location: new URL(address).href } })

function html(
  { request, requestId, amount }: PageRequest,
  { title, text, body = '', reloadSeconds }: ShopperPage,
): string {
  const language = languageOf(request)
  const toPay = amount && `<p>${AMOUNT_LABEL[language]}: <b>${amountIn(amount)[language]}</b></p>`
  const reload = reloadSeconds === undefined ? '' : `<meta http-equiv="refresh" content="${reloadSeconds}">`
  return `<!doctype html>
<html lang="${language}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">${reload}
<meta name="robots" content="noindex"><title>${title[language]}</title><style>${STYLE}</style></head>
<body><main><h1>${title[language]}</h1>${toPay ?? ''}<p>${text[language]}</p>${body}
<small>${REQUEST_ID_LABEL[language]}: ${requestId}</small></main></body>
</html>
`
}

/** The shopper's first choice of our two languages; Turkish when the browser names neither. */
export function languageOf(request: Request): 'tr' | 'en' {
  const wanted = request.headers.get('accept-language')?.toLowerCase() ?? ''
  return /(?:^|[,\s])(tr|en)\b/.exec(wanted)?.[1] === 'en' ? 'en' : 'tr'
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign)
