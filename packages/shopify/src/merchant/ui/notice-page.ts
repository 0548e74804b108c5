import { html } from 'hono/html'
import type { Answer, AuthenticatedRequest } from '../http/merchant-request'
import { wantsJson } from '../http/merchant-request'
import { PANEL_PATH } from '../panel/panel-site'
import type { Page } from './shell'
import { answerPage } from './shell'

export interface Notice extends Pick<Page, 'title' | 'status'> {
  readonly text: string
  readonly detail?: string
  readonly back: { readonly href: string; readonly text: string }
}

/** A page that only says something. */
export const noticePage = (
  request: AuthenticatedRequest,
  { title, status, text, detail, back }: Notice,
): Answer =>
  answerPage(request, {
    title,
    status,
    shop: request.shop,
    body: html`<div class="card"><p>${text}</p>${detail === undefined ? '' : html`<p class="detail">${detail}</p>`}
      <p><a class="button secondary" href="${back.href}">${back.text}</a></p></div>`,
  })

/** The same for what is not there and for what belongs to another shop. */
export function missingPage(request: AuthenticatedRequest): Answer {
  const { title, text, back } = request.messages.missing
  if (wantsJson(request.c)) return request.c.json({ error: 'not found' }, 404)
  return noticePage(request, { title, status: 404, text, back: { href: PANEL_PATH, text: back } })
}

export interface Question {
  readonly title: string
  readonly text: string
  readonly confirm: string
  readonly action: string
  readonly back: string
}

/** Asks before something is taken away; the answer is a POST. */
export const confirmationPage = (request: AuthenticatedRequest, question: Question): Answer =>
  answerPage(request, {
    title: question.title,
    shop: request.shop,
    section: 'overview',
    body: html`<div class="card"><p>${question.text}</p><div class="row">
      <form method="post" action="${question.action}"><input type="hidden" name="confirm" value="yes"><button class="danger" type="submit">${question.confirm}</button></form>
      <a class="button secondary" href="${question.back}">${request.messages.cancel}</a>
    </div></div>`,
  })
