import { html, raw } from 'hono/html'
import { type Html, notice, type Tone } from './marks'
import { secure } from './security-headers'
import { pageStyle } from './style'
import type { Answer, Visit } from './visit'

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
export function answerPage(visit: Visit, page: Page): Answer {
  secure(visit.context, visit.parts.house.options)
  return visit.context.html(document(visit, page), page.status ?? 200)
}

function document(visit: Visit, page: Page): Html {
  const { words, lang } = visit
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${page.title} · ${words.brand}</title>
<link rel="icon" href="data:,">
<style>${raw(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${header(visit, page)}
<main id="main" tabindex="-1">
${flash(visit)}
<h1>${page.title}</h1>
${page.body}
</main>
</body>
</html>`
}

function header(visit: Visit, { shop, section }: Page): Html {
  const { words } = visit
  return html`<header class="top"><div class="bar">
    <p class="brand"><span class="mark" aria-hidden="true"></span>${words.brand}${shop === undefined ? '' : html` <span class="shop">${shop}</span>`}</p>
    ${shop === undefined ? '' : sections(visit, section)}
    <div class="tools">
      <a href="${otherLanguageOf(visit)}" hreflang="${words.otherLang}" lang="${words.otherLang}">${words.otherLanguage}</a>
      ${shop === undefined ? '' : html`<form method="post" action="/logout"><button class="plain" type="submit">${words.logout}</button></form>`}
    </div>
  </div></header>`
}

const sections = ({ words }: Visit, section: Page['section']): Html =>
  html`<nav aria-label="${words.nav}">${Object.entries(SECTIONS).map(
    ([name, path]) =>
      html`<a href="${path}" ${name === section ? html`aria-current="page"` : ''}>${words.pages[name as keyof typeof SECTIONS]}</a>`,
  )}</nav>`

/** The same page in the other language. What was posted has no page of its own to go back to. */
function otherLanguageOf({ context, words }: Visit): string {
  if (context.req.method !== 'GET') return `/?lang=${words.otherLang}`
  const { pathname, searchParams } = new URL(context.req.url)
  searchParams.set('lang', words.otherLang)
  return `${pathname}?${searchParams}`
}

const TONES: Readonly<Record<string, Tone>> = { 'not-asked': 'bad', 'keys-moved': 'warn' }

/** What a POST that led here came to. Only words of our own are shown. */
function flash({ context, words }: Visit): Html | '' {
  const done = context.req.query('done') ?? ''
  const table: Readonly<Record<string, string>> = words.flash
  const text = Object.hasOwn(table, done) ? table[done] : undefined
  return text === undefined ? '' : notice(text, TONES[done] ?? 'good')
}
