import type { Context } from 'hono'
import { html } from 'hono/html'
import { methodTextsOf } from './method-texts'
import { checkoutPath, type PageOptions, withOptions } from './page-options'
import { answerPage, type Html } from './shell'
import { textsOf } from './texts'

export type Notice = 'paid' | 'saved' | 'expired' | 'unknown' | 'done' | 'lost' | 'broken'

const statuses = {
  paid: 200,
  saved: 200,
  done: 200,
  lost: 200,
  expired: 410,
  unknown: 404,
  broken: 500,
} as const
const marks: Record<Notice, string> = {
  paid: '✓',
  saved: '✓',
  done: '✓',
  lost: '✓',
  expired: '…',
  unknown: '?',
  broken: '!',
}

interface NoticePlace {
  readonly options: PageOptions
  readonly token?: string
  /** Nothing more can be paid, but the money is still awaited. */
  readonly pending?: boolean
}

/** A page with one thing to say, and a way back to the shop where there is one. */
export function noticePage(c: Context, notice: Notice, at: NoticePlace) {
  const { title, text, note } = at.pending ? awaited(at.options) : words(notice, at.options)
  const body = html`<main class="notice ${notice}" data-notice="${notice}">
    <p class="mark" aria-hidden="true">${marks[notice]}</p>
    <h1>${title}</h1>
    <p>${text}</p>
    ${note === undefined ? '' : html`<p class="hint">${note}</p>`}
    ${at.token === undefined ? '' : backForm(at.token, at.options)}
  </main>`
  return answerPage(c, { title, body, options: at.options, status: statuses[notice] })
}

function awaited({ lang }: PageOptions): { title: string; text: string; note?: string } {
  const { awaitedTitle: title, awaitedText: text } = methodTextsOf(lang)
  return { title, text }
}

function words(notice: Notice, options: PageOptions): { title: string; text: string; note?: string } {
  const t = textsOf(options.lang)
  switch (notice) {
    case 'paid':
      return { title: t.paidTitle, text: t.paidText }
    case 'saved':
      return { title: t.savedTitle, text: t.savedText }
    case 'expired':
      return { title: t.expiredTitle, text: t.expiredText }
    case 'unknown':
      return { title: t.unknownTitle, text: t.unknownText }
    case 'done':
      return { title: t.doneTitle, text: t.doneText }
    case 'lost':
      return { title: t.doneTitle, text: t.doneText, note: t.doneLost }
    case 'broken':
      return { title: t.brokenTitle, text: t.brokenText }
  }
}

function backForm(token: string, options: PageOptions): Html {
  const action = withOptions(`${checkoutPath(token)}/leave`, options)
  return html`<form id="leave-form" method="post" action="${action}">
    <button class="primary" type="submit">${textsOf(options.lang).back}</button>
  </form>`
}
