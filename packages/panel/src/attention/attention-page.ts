import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import { paymentPath } from '../payments/payment-table'
import { moment } from '../ui/components'
import type { Html } from '../ui/html'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { type Raised, raisedFor } from './attention'
import type { AttentionItem } from './waiting'

/** GET /attention: what waits for a person or does not go on by itself; what is settled leaves it. */
export async function attentionPage(request: UserRequest): Promise<Response> {
  const { host, user, words } = request
  const raised = await raisedFor(host, user)
  return answerPage(request, {
    title: words.sections.attention,
    section: 'attention',
    body:
      raised.length === 0
        ? html`<p class="card empty">${words.attention.none}</p>`
        : html`${raised.map((each) => card(request, each))}`,
  })
}

function card(request: UserRequest, { kind, count, items }: Raised): Html {
  const { words, lang } = request
  const { title, text } = kind.words[lang]
  const { columns } = words
  const heads = [words.attention.what, `${columns.amount}#`, words.attention.since]
  const rows = items.map((item) => rowOf(request, item))
  return html`<section class="card ${kind.isAlarm ? 'alarm' : ''}" aria-labelledby="${kind.name}">
    <h2 id="${kind.name}">${title} (${count})</h2><p>${text}</p>
    ${table({ caption: title, heads, rows, empty: words.attention.none })}</section>`
}

function rowOf(request: UserRequest, { path, text, at, amount }: AttentionItem): readonly (Html | string)[] {
  const { lang } = request
  return [
    html`<a href="${addressOf(request, path)}">${typeof text === 'string' ? text : text[lang]}</a>`,
    amount === undefined ? '–' : moneyText(amount, lang),
    moment(at, request),
  ]
}

/** A payment's page may be the shop's own. */
function addressOf(request: UserRequest, path: string): string {
  const [, reference] = /^\/payments\/([^/]+)$/.exec(path) ?? []
  return reference === undefined ? pathTo(request, path) : paymentPath(request, decodeURIComponent(reference))
}
