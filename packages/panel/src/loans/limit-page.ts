import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { accountName } from '../ui/account-name'
import { notice } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { loanWords } from './words'

/** What the page asks next. */
export interface LimitStep {
  readonly step: 'ask' | 'code'
  /** Of the code's form: whom it was sent to. */
  readonly inquiry?: { readonly merchant: string; readonly phone: string }
  readonly said?: { readonly text: string; readonly tone: Tone }
}

/** GET /loans/limit, and the answers to its forms. What a customer tells stands in no address. */
export async function limitPage(request: UserRequest, { step, inquiry, said }: LimitStep): Promise<Response> {
  if (!may(request, 'settle')) return notAllowedPage(request)
  const loans = loanWords[request.lang]
  return answerPage(request, {
    title: loans.limit,
    section: 'loans',
    status: said?.tone === 'bad' ? 422 : 200,
    body: html`<p><a href="${pathTo(request, '/loans')}">← ${loans.toLoans}</a></p>${said === undefined ? '' : notice(said.text, said.tone)}
      <section class="card" aria-label="${loans.limit}"><p class="soft">${loans.limitLead}</p>${step === 'ask' ? askForm(request) : codeForm(request, inquiry)}</section>`,
  })
}

function askForm(request: UserRequest): Html {
  const { lang, user } = request
  const loans = loanWords[lang]
  const account =
    user.merchants.length > 1
      ? html`<div class="field"><label for="merchant">${loans.merchant}</label><select id="merchant" name="merchant">${user.merchants.map((name) => html`<option value="${name}">${accountName(request, name)}</option>`)}</select></div>`
      : ''
  return html`<form class="stack" method="post" action="${pathTo(request, '/loans/limit')}" autocomplete="off">
    ${account}${field('phone', loans.phone, { mode: 'tel' })}${field('identityNumber', loans.identityNumber, { mode: 'numeric' })}${field('birthDate', loans.birthDate, { type: 'date' })}
    <div class="row"><button class="primary" type="submit">${loans.ask}</button></div></form>`
}

function codeForm(request: UserRequest, inquiry: LimitStep['inquiry']): Html {
  const loans = loanWords[request.lang]
  return html`<form class="stack" method="post" action="${pathTo(request, '/loans/limit/code')}" autocomplete="off">
    <input type="hidden" name="merchant" value="${inquiry?.merchant}"><input type="hidden" name="phone" value="${inquiry?.phone}">
    ${field('code', loans.code, { mode: 'numeric' })}
    <div class="row"><button class="primary" type="submit">${loans.complete}</button></div></form>`
}

const field = (name: string, label: string, { mode = 'text', type = 'text' }): Html =>
  html`<div class="field"><label for="${name}">${label}</label><input id="${name}" name="${name}" type="${type}" inputmode="${mode}" maxlength="40" required></div>`
