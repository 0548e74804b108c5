import { html } from 'hono/html'
import type { Page } from './shell'
import { answerPage } from './shell'
import type { Answer, ShopVisit } from './visit'
import { wantsJson } from './visit'

export interface Notice extends Pick<Page, 'title' | 'status'> {
  readonly text: string
  readonly detail?: string
  readonly back: { readonly href: string; readonly text: string }
}

/** A page that only says something. */
export const noticePage = (visit: ShopVisit, { title, status, text, detail, back }: Notice): Answer =>
  answerPage(visit, {
    title,
    status,
    shop: visit.shop,
    body: html`<div class="card"><p>${text}</p>${detail === undefined ? '' : html`<p class="detail">${detail}</p>`}
      <p><a class="button secondary" href="${back.href}">${back.text}</a></p></div>`,
  })

/** The same for what is not there and for what belongs to another shop. */
export function missingPage(visit: ShopVisit): Answer {
  const { title, text, back } = visit.words.missing
  if (wantsJson(visit.context)) return visit.context.json({ error: 'not found' }, 404)
  return noticePage(visit, { title, status: 404, text, back: { href: '/payments', text: back } })
}

export interface Question {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly action: string
  readonly back: string
}

/** Asks before something is taken away; the answer is a POST. */
export const confirmationPage = (visit: ShopVisit, question: Question): Answer =>
  answerPage(visit, {
    title: question.title,
    shop: visit.shop,
    section: 'overview',
    body: html`<div class="card"><p>${question.text}</p><div class="row">
      <form method="post" action="${question.action}"><input type="hidden" name="confirm" value="yes"><button class="danger" type="submit">${question.confirm}</button></form>
      <a class="button secondary" href="${question.back}">${visit.words.cancel}</a>
    </div></div>`,
  })
