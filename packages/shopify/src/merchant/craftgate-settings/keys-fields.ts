import { html } from 'hono/html'
import type { Html } from '../page/marks'
import type { ShopVisit } from '../page/visit'
import type { KeyField } from './keys-form'
import type { KeyProblem, Settings } from './settings'

export function keysForm(visit: ShopVisit, { mode, saved, typed, problem }: Settings): Html {
  const { keys } = visit.words
  const field = (name: KeyField, where: string) =>
    keyField(visit, { name, where, problem, value: name === 'apiKey' ? typed?.apiKey : undefined })
  return html`<form class="stack" method="post" action="/settings/craftgate/${mode}" autocomplete="off">
    ${problem === undefined ? '' : alarm(visit, problem)}
    ${field('apiKey', keys.whereApi)}${field('secretKey', keys.whereApi)}${field('webhookKey', keys.whereWebhook)}
    <p class="help">${keys.webhookUnchecked}</p>
    ${saved === undefined || saved === 'unreadable' ? '' : html`<p class="help">${keys.keep}</p>`}
    <div class="row"><button class="primary" type="submit">${keys.save}</button></div>
  </form>`
}

const alarm = ({ words }: ShopVisit, { text }: KeyProblem): Html =>
  html`<div class="notice bad" role="alert"><strong>${words.keys.wrongTitle}</strong>${text === undefined ? '' : html`<p>${text}</p>`}</div>`

interface Field {
  readonly name: KeyField
  readonly where: string
  readonly value: string | undefined
  readonly problem: KeyProblem | undefined
}

/** Secrets are typed unseen, and never come back. */
function keyField({ words }: ShopVisit, { name, where, value, problem }: Field): Html {
  const wrong = problem?.fields?.[name]
  return html`<div class="field"><label for="${name}">${words.keys[name]}</label>
    <input id="${name}" name="${name}" type="${name === 'apiKey' ? 'text' : 'password'}" value="${value ?? ''}" maxlength="300" spellcheck="false" autocapitalize="none"
      autocomplete="${name === 'apiKey' ? 'off' : 'new-password'}" aria-describedby="${name}-where ${name}-error" ${wrong === undefined ? '' : html`aria-invalid="true"`}>
    <p class="help" id="${name}-where">${where}</p>
    <p class="error" id="${name}-error">${wrong === undefined ? '' : words.keys[wrong]}</p></div>`
}
