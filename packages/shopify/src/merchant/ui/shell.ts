import { type Html, notice, pageDocument, pageStyleHash, type Tone } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { Answer, MerchantRequest } from '../http/merchant-request'
import { secure } from '../http/security'

export interface Page {
  readonly title: string
  readonly body: Html
  readonly status?: 200 | 404 | 409 | 422 | 502 | 503
  /** The shop that is logged in: its name, the sections and the way out stand on top. */
  readonly shop?: string
  readonly section?: keyof typeof SECTIONS
}

const SECTIONS = { overview: '/', payments: '/payments', privacy: '/privacy' } as const

/** One whole page: document, landmarks, security headers, never kept. */
export function answerPage(request: MerchantRequest, page: Page): Answer {
  const { c, deps, lang, messages } = request
  secure(c, deps.context.options, pageStyleHash)
  const { title, body, status = 200 } = page
  const { brand, skip } = messages
  const shown = { lang, title, brand, skip, header: header(request, page), done: flash(request), body }
  return c.html(pageDocument(shown), status)
}

function header(request: MerchantRequest, { shop, section }: Page): Html {
  const { messages } = request
  return html`<header class="top"><div class="bar">
    <p class="brand"><span class="mark" aria-hidden="true"></span>${messages.brand}${shop === undefined ? '' : html` <span class="shop">${shop}</span>`}</p>
    ${shop === undefined ? '' : sections(request, section)}
    <div class="tools">
      <a href="${otherLanguageOf(request)}" hreflang="${messages.otherLang}" lang="${messages.otherLang}">${messages.otherLanguage}</a>
      ${shop === undefined ? '' : html`<form method="post" action="/logout"><button class="plain" type="submit">${messages.logout}</button></form>`}
    </div>
  </div></header>`
}

const sections = ({ messages }: MerchantRequest, section: Page['section']): Html =>
  html`<nav aria-label="${messages.nav}">${Object.entries(SECTIONS).map(
    ([name, path]) =>
      html`<a href="${path}" ${name === section ? html`aria-current="page"` : ''}>${messages.pages[name as keyof typeof SECTIONS]}</a>`,
  )}</nav>`

/** The same page in the other language. What was posted has no page of its own to go back to. */
function otherLanguageOf({ c, messages }: MerchantRequest): string {
  if (c.req.method !== 'GET') return `/?lang=${messages.otherLang}`
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set('lang', messages.otherLang)
  return `${pathname}?${searchParams}`
}

const VARIANTS: Readonly<Record<string, Tone>> = {
  'not-retried': 'bad',
  'loan-not-approved': 'bad',
  'review-not-decided': 'bad',
  'keys-moved': 'warn',
}

/** What a POST that led here came to. Only words of our own are shown. */
function flash({ c, messages }: MerchantRequest): Html | '' {
  const done = c.req.query('done') ?? ''
  const table: Readonly<Record<string, string>> = messages.flash
  const text = Object.hasOwn(table, done) ? table[done] : undefined
  return text === undefined ? '' : notice(text, VARIANTS[done] ?? 'good')
}
