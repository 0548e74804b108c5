import { badge, type Html } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { Mode } from '../../context/tenant'
import type { Answer, AuthenticatedRequest } from '../http/merchant-request'
import { PANEL_PATH } from '../panel/panel-site'
import { answerPage } from '../ui/shell'
import type { AddressProblem } from './alert-address'

const HOW =
  'https://github.com/craftgate-commerce/craftgate-commerce/blob/main/docs/guides/operations.md#alerts'

/** What the page of one mode's alerts shows. */
export interface AlertSettings {
  readonly mode: Mode
  /** The shop's own address. */
  readonly url: string | undefined
  /** Whoever runs the app is told where a shop has none. */
  readonly hasDefault: boolean
  readonly mail: string | undefined
  /** The deployment can send mails. */
  readonly hasMail: boolean
  readonly typed?: { readonly url: string; readonly mail: string }
  readonly problems?: { readonly url: AddressProblem | undefined; readonly mail: 'not-mail' | undefined }
  /** Was made just now. */
  readonly newSecret?: string
}

export function alertSettingsPage(request: AuthenticatedRequest, settings: AlertSettings): Answer {
  const { messages, shop } = request
  const { mode, problems } = settings
  const words = messages.alerts
  return answerPage(request, {
    title: words.title[mode],
    status: problems === undefined ? 200 : 422,
    shop,
    section: 'overview',
    body: html`<p><a href="/settings/craftgate/${mode}">← ${words.back}</a></p>
      ${secretCard(request, settings)}
      <section class="card" aria-label="${words.title[mode]}"><p>${state(request, settings)}</p><p class="soft">${words.lead}</p>
        ${form(request, settings)}
        <p class="help">${words.tryIt} <a href="${PANEL_PATH}/setup">${words.setup}</a></p>
        <p class="help"><a href="${HOW}" rel="noreferrer">${words.how}</a></p></section>`,
  })
}

function state({ messages }: AuthenticatedRequest, { url, mail, hasDefault }: AlertSettings): Html {
  const { own, default: byDefault, nobody } = messages.alerts
  if (url !== undefined || mail !== undefined) return badge(own, 'good')
  return hasDefault ? badge(byDefault, 'calm') : badge(nobody, 'warn')
}

function form(request: AuthenticatedRequest, settings: AlertSettings): Html {
  const { mode, url, mail, hasMail, typed, problems } = settings
  const words = request.messages.alerts
  return html`<form class="stack" method="post" action="/settings/alerts/${mode}" autocomplete="off">
    ${problems === undefined ? '' : html`<div class="notice bad" role="alert"><strong>${words.wrongTitle}</strong></div>`}
    ${field({ name: 'url', mode: 'url', label: words.url, help: words.urlHelp, value: typed?.url ?? url, wrong: problems?.url && words.problems[problems.url] })}
    ${url === undefined ? '' : html`<div class="field"><label><input type="checkbox" name="renew" value="yes"> ${words.renew}</label></div>`}
    ${hasMail ? field({ name: 'mail', mode: 'email', label: words.mail, help: words.mailHelp, value: typed?.mail ?? mail, wrong: problems?.mail && words.problems[problems.mail] }) : ''}
    <div class="row"><button class="primary" type="submit">${words.save}</button></div></form>`
}

interface Field {
  readonly name: 'url' | 'mail'
  readonly mode: 'url' | 'email'
  readonly label: string
  readonly help: string
  readonly value: string | undefined
  readonly wrong: string | undefined
}

const field = ({ name, mode, label, help, value = '', wrong }: Field): Html =>
  html`<div class="field"><label for="${name}">${label}</label>
      <input id="${name}" name="${name}" type="text" inputmode="${mode}" value="${value}" maxlength="500" spellcheck="false" autocapitalize="none" autocomplete="off" aria-describedby="${name}-help ${name}-error" ${wrong === undefined ? '' : html`aria-invalid="true"`}>
      <p class="help" id="${name}-help">${help}</p>
      <p class="error" id="${name}-error">${wrong ?? ''}</p></div>`

function secretCard({ messages }: AuthenticatedRequest, { newSecret }: AlertSettings): Html | '' {
  if (newSecret === undefined) return ''
  const { secretTitle, secretText, secret } = messages.alerts
  return html`<section class="card" role="status" aria-labelledby="new-secret"><h2 id="new-secret">${secretTitle}</h2><p>${secretText}</p>
    <div class="field"><label for="secret">${secret}</label><input id="secret" type="text" readonly value="${newSecret}"></div></section>`
}
