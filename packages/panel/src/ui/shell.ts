import { html, raw } from 'hono/html'
import { type Answer, type PanelRequest, pathTo } from '../http/panel-request'
import { secure } from '../http/security'
import { type Html, notice, type Tone } from './components'
import { pageStyle } from './style'

const SECTIONS = { payments: '/', attention: '/attention', links: '/links' } as const

export type Section = keyof typeof SECTIONS

export interface Page {
  readonly title: string
  readonly body: Html
  readonly status?: 200 | 403 | 404 | 409 | 422 | 502
  readonly section?: Section
}

/** One whole page: document, landmarks, security headers, never kept. */
export function answerPage(request: PanelRequest, page: Page): Answer {
  secure(request.c)
  return request.c.html(document(request, page), page.status ?? 200)
}

function document(request: PanelRequest, page: Page): Html {
  const { words, lang } = request
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
${header(request, page)}
<main id="main" tabindex="-1">
${done(request)}
<h1>${page.title}</h1>
${page.body}
</main>
</body>
</html>`
}

function header(request: PanelRequest, { section }: Page): Html {
  const { words, user } = request
  return html`<header class="top"><div class="bar">
    <p class="brand"><span class="mark" aria-hidden="true"></span>${words.brand}${user === undefined ? '' : html` <span class="shop">${user.name}</span>`}</p>
    ${user === undefined ? '' : sections(request, section)}
    <div class="tools">
      ${otherLanguage(request)}
      ${user === undefined ? '' : html`<form method="post" action="${pathTo(request, '/leave')}"><button class="plain" type="submit">${words.logOut}</button></form>`}
    </div>
  </div></header>`
}

const sections = (request: PanelRequest, section: Section | undefined): Html =>
  html`<nav aria-label="${request.words.nav}">${Object.entries(SECTIONS).map(
    ([name, path]) =>
      html`<a href="${pathTo(request, path)}" ${name === section ? html`aria-current="page"` : ''}>${request.words.sections[name as Section]}</a>`,
  )}</nav>`

/** The same page in the other language. What was posted has no page of its own to go back to. */
function otherLanguage({ c, words }: PanelRequest): Html | '' {
  if (c.req.method !== 'GET') return ''
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set('lang', words.otherLang)
  return html`<a href="${`${pathname}?${searchParams}`}" hreflang="${words.otherLang}" lang="${words.otherLang}">${words.otherLanguage}</a>`
}

const TONES: Readonly<Record<string, Tone>> = { failed: 'bad' }

/** What a POST that led here came to. Only words of our own are shown. */
function done({ c, words }: PanelRequest): Html | '' {
  const name = c.req.query('done') ?? ''
  const table: Readonly<Record<string, string>> = words.done
  const text = Object.hasOwn(table, name) ? table[name] : undefined
  return text === undefined ? '' : notice(text, TONES[name] ?? 'good')
}
