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
  readonly typed?: string
  readonly problem?: AddressProblem
  /** Was made just now. */
  readonly newSecret?: string
}

export function alertSettingsPage(request: AuthenticatedRequest, settings: AlertSettings): Answer {
  const { messages, shop } = request
  const { mode, problem } = settings
  const words = messages.alerts
  return answerPage(request, {
    title: words.title[mode],
    status: problem === undefined ? 200 : 422,
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

function state({ messages }: AuthenticatedRequest, { url, hasDefault }: AlertSettings): Html {
  const { own, default: byDefault, nobody } = messages.alerts
  if (url !== undefined) return badge(own, 'good')
  return hasDefault ? badge(byDefault, 'calm') : badge(nobody, 'warn')
}

function form({ messages }: AuthenticatedRequest, { mode, url, typed, problem }: AlertSettings): Html {
  const words = messages.alerts
  return html`<form class="stack" method="post" action="/settings/alerts/${mode}" autocomplete="off">
    ${problem === undefined ? '' : html`<div class="notice bad" role="alert"><strong>${words.wrongTitle}</strong></div>`}
    <div class="field"><label for="url">${words.url}</label>
      <input id="url" name="url" type="text" inputmode="url" value="${typed ?? url ?? ''}" maxlength="500" spellcheck="false" autocapitalize="none" autocomplete="off" aria-describedby="url-help url-error" ${problem === undefined ? '' : html`aria-invalid="true"`}>
      <p class="help" id="url-help">${words.urlHelp}</p>
      <p class="error" id="url-error">${problem === undefined ? '' : words.problems[problem]}</p></div>
    ${url === undefined ? '' : html`<div class="field"><label><input type="checkbox" name="renew" value="yes"> ${words.renew}</label></div>`}
    <div class="row"><button class="primary" type="submit">${words.save}</button></div></form>`
}

function secretCard({ messages }: AuthenticatedRequest, { newSecret }: AlertSettings): Html | '' {
  if (newSecret === undefined) return ''
  const { secretTitle, secretText, secret } = messages.alerts
  return html`<section class="card" role="status" aria-labelledby="new-secret"><h2 id="new-secret">${secretTitle}</h2><p>${secretText}</p>
    <div class="field"><label for="secret">${secret}</label><input id="secret" type="text" readonly value="${newSecret}"></div></section>`
}
