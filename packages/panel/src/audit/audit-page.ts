import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import type { KeptAuditEntry } from '../panel-host'
import { paymentPath } from '../payments/payment-table'
import { moment } from '../ui/components'
import type { Html } from '../ui/html'
import { notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { type Asked, askedFor, PAGE_SIZE, queryText } from './audit-query'
import { actionText, auditWords, isOfPayment } from './words'

/** GET /audit: what people did in the panel of this shop, the newest first. */
export async function auditPage(request: UserRequest): Promise<Response> {
  if (!may(request, 'configure')) return notAllowedPage(request)
  const { c, host, user, lang, words } = request
  const { lead, caption, none, who, what, reference } = auditWords[lang]
  const asked = askedFor((name) => c.req.query(name))
  // One more says whether there are older ones.
  const found = await host.audit.page({ ...asked, shop: user.shop, limit: PAGE_SIZE + 1 })
  const rows = found.slice(0, PAGE_SIZE)
  const heads = [words.columns.time, who, what, reference]
  const path = pathTo(request, '/audit')
  return answerPage(request, {
    title: words.sections.audit,
    section: 'audit',
    body: html`<p class="soft">${lead}</p>${filterForm(request, asked)}
      <section class="card" aria-label="${caption}">
        ${table({ caption, heads, rows: rows.map((row) => rowOf(request, row)), empty: none })}
        ${otherPages(request, asked, found.length > PAGE_SIZE ? rows.at(-1) : undefined)}
        <p><a href="${path}.csv${queryText({ ...asked, before: undefined })}">${words.list.csv}</a></p></section>`,
  })
}

function rowOf(request: UserRequest, entry: KeptAuditEntry): readonly (Html | string)[] {
  const { user, userName, action, reference, at } = entry
  const by = queryText({ by: { field: 'user', value: user } })
  return [
    moment(at, request),
    html`<a href="${pathTo(request, '/audit')}${by}">${userName}</a>`,
    actionText(request, action),
    reference === undefined ? '–' : referenceText(request, action, reference),
  ]
}

const referenceText = (request: UserRequest, action: string, reference: string): Html =>
  isOfPayment(action)
    ? html`<a href="${paymentPath(request, reference)}"><code>${reference}</code></a>`
    : html`<code>${reference}</code>`

function filterForm(request: UserRequest, { by }: Asked): Html {
  const { lang, host } = request
  const { all, show } = request.words.list
  const words = auditWords[lang]
  const names = [...Object.keys(words.actions), ...Object.keys(host.ownActions ?? {})]
  const chosen = (field: 'action' | 'reference') => (by?.field === field ? by.value : '')
  const option = (value: string, text: string) =>
    html`<option value="${value}" ${value === chosen('action') ? html`selected` : ''}>${text}</option>`
  return html`<form class="card filters" method="get" action="${pathTo(request, '/audit')}" role="search">
    <div class="field"><label for="action">${words.what}</label><select id="action" name="action">${option('', all)}${names.map((name) => option(name, actionText(request, name)))}</select></div>
    <div class="field"><label for="reference">${words.reference}</label><input id="reference" name="reference" type="search" maxlength="100" autocomplete="off" value="${chosen('reference')}" aria-describedby="reference-help"></div>
    <button class="primary" type="submit">${show}</button>
    <p class="help" id="reference-help">${words.help}</p></form>`
}

/** The way back to the newest, and on to what is older than this entry. */
function otherPages(request: UserRequest, asked: Asked, last: KeptAuditEntry | undefined): Html | '' {
  if (asked.before === undefined && last === undefined) return ''
  const { pages, older } = request.words.list
  const to = (before: Asked['before'], text: string) =>
    html`<a class="button secondary" href="${pathTo(request, '/audit')}${queryText({ ...asked, before })}">${text}</a>`
  return html`<nav class="row" aria-label="${pages}">${asked.before === undefined ? '' : to(undefined, auditWords[request.lang].newest)}${last === undefined ? '' : to(last, older)}</nav>`
}
