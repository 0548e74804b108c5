import { html } from 'hono/html'
import { type Answer, type PanelRequest, pathTo } from '../http/panel-request'
import { answerPage, type Page } from './shell'

interface Notice extends Pick<Page, 'title' | 'status'> {
  readonly text: string
}

/** A page that only says something. */
export const noticePage = (request: PanelRequest, { title, status, text }: Notice): Answer =>
  answerPage(request, { title, status, body: html`<div class="card"><p>${text}</p>${back(request)}</div>` })

const back = (request: PanelRequest) =>
  request.user === undefined
    ? ''
    : html`<p><a class="button secondary" href="${pathTo(request, '/')}">${request.words.toPayments}</a></p>`

/** The same for what is not there and for what belongs to another shop. */
export const missingPage = (request: PanelRequest): Answer =>
  noticePage(request, { ...request.words.missing, status: 404 })

export const notAllowedPage = (request: PanelRequest): Answer =>
  noticePage(request, { ...request.words.notAllowed, status: 403 })
