import { badge, facts, type Html } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import { basePathOf, type Mode } from '../../context/tenant'
import type { Answer, AuthenticatedRequest } from '../http/merchant-request'
import { moment } from '../ui/moment'
import { answerPage } from '../ui/shell'
import type { KeyField } from './keys-form'
import { type KeyProblem, lastFour, type Settings } from './settings'

/** The Craftgate account of one mode. */
export function settingsPage(request: AuthenticatedRequest, settings: Settings): Answer {
  const { messages, shop } = request
  const { mode, problem } = settings
  return answerPage(request, {
    title: messages.keys.title[mode],
    status: problem === undefined ? 200 : (problem.status ?? 422),
    shop,
    section: 'overview',
    body: html`<div class="columns">
      <section class="card" aria-label="${messages.keys.title[mode]}"><p class="soft">${messages.keys.lead}</p>${keysForm(request, settings)}</section>
      <div class="side">${savedCard(request, settings)}${webhookCard(request, mode)}</div>
    </div>`,
  })
}

function savedCard({ messages, lang }: AuthenticatedRequest, { mode, saved, changedAt }: Settings): Html {
  const { connected, notConnected, unreadable, current, changedAt: changed, remove } = messages.keys
  if (saved === undefined) return html`<section class="card"><p>${badge(notConnected, 'warn')}</p></section>`
  const state = saved === 'unreadable' ? html`<p>${badge(unreadable, 'bad')}</p>` : badge(connected, 'good')
  return html`<section class="card"><p>${state}</p>
    ${facts([
      [current, saved === 'unreadable' ? undefined : html`<code>${lastFour(saved.apiKey)}</code>`],
      [changed, changedAt && moment(changedAt, lang)],
    ])}
    <p><a href="/settings/alerts/${mode}">${messages.alerts.title[mode]}</a></p>
    <p><a class="button danger" href="/settings/craftgate/${mode}/remove">${remove}</a></p></section>`
}

/** A merchant copies it into Craftgate's panel. */
function webhookCard({ messages, deps, shop }: AuthenticatedRequest, mode: Mode): Html {
  const { webhookTitle, webhookText, webhookUrl } = messages.keys
  const url = `${deps.context.options.publicUrl}${basePathOf({ shop, mode })}/webhook`
  return html`<section class="card" aria-labelledby="webhook"><h2 id="webhook">${webhookTitle}</h2><p>${webhookText}</p>
    <div class="field"><label for="webhook-url">${webhookUrl}</label><input id="webhook-url" type="text" readonly value="${url}"></div></section>`
}

function keysForm(request: AuthenticatedRequest, { mode, saved, typed, problem }: Settings): Html {
  const { keys } = request.messages
  const field = (name: KeyField, where: string) =>
    keyField(request, { name, where, problem, value: name === 'apiKey' ? typed?.apiKey : undefined })
  return html`<form class="stack" method="post" action="/settings/craftgate/${mode}" autocomplete="off">
    ${problem === undefined ? '' : alarm(request, problem)}
    ${field('apiKey', keys.whereApi)}${field('secretKey', keys.whereApi)}${field('webhookKey', keys.whereWebhook)}
    <p class="help">${keys.webhookUnchecked}</p>
    ${field('callbackKey', keys.whereCallback)}
    <p class="help">${keys.callbackUse}</p>
    ${saved === undefined || saved === 'unreadable' ? '' : html`<p class="help">${keys.keep}</p>`}
    <div class="row"><button class="primary" type="submit">${keys.save}</button></div>
  </form>`
}

const alarm = ({ messages }: AuthenticatedRequest, { text }: KeyProblem): Html =>
  html`<div class="notice bad" role="alert"><strong>${messages.keys.wrongTitle}</strong>${text === undefined ? '' : html`<p>${text}</p>`}</div>`

interface Field {
  readonly name: KeyField
  readonly where: string
  readonly value: string | undefined
  readonly problem: KeyProblem | undefined
}

/** Secrets are typed unseen, and never come back. */
function keyField({ messages }: AuthenticatedRequest, { name, where, value, problem }: Field): Html {
  const wrong = problem?.fields?.[name]
  return html`<div class="field"><label for="${name}">${messages.keys[name]}</label>
    <input id="${name}" name="${name}" type="${name === 'apiKey' ? 'text' : 'password'}" value="${value ?? ''}" maxlength="300" spellcheck="false" autocapitalize="none"
      autocomplete="${name === 'apiKey' ? 'off' : 'new-password'}" aria-describedby="${name}-where ${name}-error" ${wrong === undefined ? '' : html`aria-invalid="true"`}>
    <p class="help" id="${name}-where">${where}</p>
    <p class="error" id="${name}-error">${wrong === undefined ? '' : messages.keys[wrong]}</p></div>`
}
