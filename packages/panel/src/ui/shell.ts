import { html } from 'hono/html'
import { type Answer, type PanelRequest, pathTo } from '../http/panel-request'
import { secure } from '../http/security'
import { type Html, notice, type Tone } from './components'
import { pageDocument } from './document'
import { SECTIONS, type Section } from './sections'

export interface Page {
  readonly title: string
  readonly body: Html
  readonly status?: 200 | 403 | 404 | 409 | 422 | 502
  readonly section?: Section
  /** What its own actions may say that they did, by the name in `?done=`. */
  readonly done?: Readonly<Record<string, string>>
}

/** One whole page: document, landmarks, security headers, never kept. */
export function answerPage(request: PanelRequest, page: Page): Answer {
  const { c, lang, words } = request
  secure(c)
  const { title, body, status = 200 } = page
  const { brand, skip } = words
  const shown = {
    lang,
    title,
    brand,
    skip,
    header: header(request, page),
    done: done(request, page.done),
    body,
  }
  return c.html(pageDocument(shown), status)
}

function header(request: PanelRequest, { section }: Page): Html {
  const { words, user } = request
  return html`<header class="top"><div class="bar">
    <p class="brand"><span class="mark" aria-hidden="true"></span>${words.brand}${user === undefined ? '' : html` <span class="shop">${user.name}</span>`}</p>
    <div class="tools">
      ${otherLanguage(request)}
      ${user === undefined ? '' : html`<form method="post" action="${pathTo(request, '/leave')}"><button class="plain" type="submit">${words.logOut}</button></form>`}
    </div>
    ${user === undefined ? '' : sections(request, section)}
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
function done({ c, words }: PanelRequest, own: Page['done']): Html | '' {
  const name = c.req.query('done') ?? ''
  const table: Readonly<Record<string, string>> = { ...words.done, ...own }
  const text = Object.hasOwn(table, name) ? table[name] : undefined
  return text === undefined ? '' : notice(text, TONES[name] ?? 'good')
}
