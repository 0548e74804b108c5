import { html } from 'hono/html'
import { type Answer, pathTo, type SiteRequest } from '../http/panel-request'
import { secure } from '../http/security'
import type { PanelPage } from '../panel-host'
import { notice } from './components'
import { pageDocument } from './document'
import type { Html, Tone } from './html'
import { SECTIONS, type Section } from './sections'

export interface Page {
  readonly title: string
  readonly body: Html
  readonly status?: 200 | 403 | 404 | 409 | 422 | 502 | 503
  readonly section?: Section
  /** The name of the shop's own page, where this is one of its section. */
  readonly ownSection?: string
  /** What its own actions may say that they did, by the name in `?done=`. */
  readonly done?: Readonly<Record<string, string>>
  /** How that looks; good unless it is said. */
  readonly tones?: Readonly<Record<string, Tone>>
  /** Origins that its forms may lead to beside its own. */
  readonly formTargets?: readonly string[]
}

/** One whole page: document, landmarks, security headers, never kept. */
export function answerPage(request: SiteRequest, page: Page): Answer {
  const { c, lang, words } = request
  secure(c, page.formTargets)
  const { title, body, status = 200 } = page
  const { brand, skip } = words
  const shown = {
    lang,
    title,
    brand,
    skip,
    header: header(request, page),
    done: done(request, page),
    body,
  }
  return c.html(pageDocument(shown), status)
}

function header(request: SiteRequest, page: Page): Html {
  const { words, user } = request
  return html`<header class="top"><div class="bar">
    <p class="brand"><span class="mark" aria-hidden="true"></span>${words.brand}${user === undefined ? '' : html` <span class="shop">${user.name}</span>`}</p>
    <div class="tools">
      ${otherLanguage(request)}
      ${user === undefined ? '' : html`<form method="post" action="${leavePath(request)}"><button class="plain" type="submit">${words.logOut}</button></form>`}
    </div>
    ${user === undefined ? '' : navigation(request, page)}
  </div></header>`
}

const leavePath = ({ host }: SiteRequest): string =>
  'leavePath' in host.login ? host.login.leavePath : pathTo({ host }, '/leave')

interface Entry {
  readonly title: string
  readonly path: string
  readonly isCurrent: boolean
  /** Of things that wait there. */
  readonly count?: number
}

/** The panel's sections, and the pages of the shop's own around them. */
function navigation(request: SiteRequest, page: Page): Html {
  const { first = [], last = [] } = request.host.ownPages ?? {}
  const own = ({ name, path, title }: PanelPage): Entry => ({
    title: title[request.lang],
    path,
    isCurrent: name === page.ownSection,
  })
  const entries = [...first.map(own), ...sections(request, page), ...last.map(own)]
  return html`<nav aria-label="${request.words.nav}">${entries.map(
    ({ title, path, isCurrent, count }) =>
      html`<a href="${path}" ${isCurrent ? html`aria-current="page"` : ''}>${title}${count ? html` <span class="badge bad">${count}</span>` : ''}</a>`,
  )}</nav>`
}

const sections = ({ host, words, attention, user }: SiteRequest, { section }: Page): readonly Entry[] =>
  (Object.entries(SECTIONS) as [Section, string][])
    .filter(([name]) => !host.without?.includes(name))
    // Of several people in a shop only some may see what the others did.
    .filter(([name]) => name !== 'audit' || (user?.permissions?.includes('configure') ?? true))
    .map(([name, path]) => ({
      title: words.sections[name],
      path: pathTo({ host }, path),
      isCurrent: name === section,
      count: name === 'attention' ? attention : undefined,
    }))

/** The same page in the other language. What was posted has no page of its own to go back to. */
function otherLanguage({ c, words }: SiteRequest): Html | '' {
  if (c.req.method !== 'GET') return ''
  const { pathname, searchParams } = new URL(c.req.url)
  searchParams.set('lang', words.otherLang)
  return html`<a href="${`${pathname}?${searchParams}`}" hreflang="${words.otherLang}" lang="${words.otherLang}">${words.otherLanguage}</a>`
}

/** What a POST that led here came to. Only words of our own are shown. */
function done({ c, words }: SiteRequest, page: Page): Html | '' {
  const name = c.req.query('done') ?? ''
  const table: Readonly<Record<string, string>> = { ...words.done, ...page.done }
  const text = Object.hasOwn(table, name) ? table[name] : undefined
  const tones: Readonly<Record<string, Tone>> = { failed: 'bad', ...page.tones }
  return text === undefined ? '' : notice(text, tones[name] ?? 'good')
}
