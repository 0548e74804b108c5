import { randomUUID } from 'node:crypto'
import {
  type BouncedPayout,
  CraftgateError,
  type FileStatus,
  type PaidTransaction,
  type PayoutRow,
} from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import { STATE_TONES as OPERATION_TONES } from '../payments/operations-card'
import { accountName } from '../ui/account-name'
import { badge, moment, notice } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { otherPages, pageAsked } from '../ui/other-pages'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { accountAsked, daysAsked, typeAsked } from './account-asked'
import { payoutAsked, payoutDetails, payoutLink } from './payout-details'
import { sellerWords } from './words'

const STATUSES: readonly FileStatus[] = ['CREATED', 'UPLOADED', 'APPROVED']

/** GET /sellers/payouts: what an account paid out, what is on its way, and what came back. */
export async function payoutsPage(request: UserRequest): Promise<Response> {
  const { lang, user } = request
  const words = sellerWords[lang]
  const merchant = accountAsked(request)
  if (merchant === undefined) return missingPage(request)
  const payout = payoutAsked(request)
  const cards = await Promise.all([
    payout === undefined ? '' : asked(request, payoutDetails(request, merchant, payout)),
    asked(request, completedCard(request, merchant)),
    asked(request, filesCard(request, merchant)),
    asked(request, bouncedCard(request, merchant)),
  ])
  return answerPage(request, {
    title: words.payouts,
    section: 'sellers',
    done: words.done,
    body: html`<p><a href="${pathTo(request, '/sellers')}">← ${words.toSellers}</a></p>
      ${choice(request, merchant)}${user.permissions.includes('refund') ? settleCard(request, merchant) : ''}${await settlementsCard(request, merchant)}${cards}${manualCard(request)}`,
  })
}

const MOST_SETTLEMENTS = 10

/** What was settled at once from here, and what became of it. */
async function settlementsCard(request: UserRequest, merchant: string): Promise<Html | ''> {
  const { commerce, lang, words: all } = request
  const { settlements } = sellerWords[lang]
  const made = (await commerce.wallets.operations(merchant, 0)).filter(({ kind }) => kind === 'settle')
  if (made.length === 0) return ''
  const rows = made
    .slice(0, MOST_SETTLEMENTS)
    .map(({ createdAt, state, error }) => [
      moment(createdAt, request),
      badge(all.operations.states[state], OPERATION_TONES[state]),
      error?.message?.[lang] ?? error?.description ?? '–',
    ])
  const heads = [all.columns.time, all.columns.state, all.operations.remark]
  return html`<section class="card" aria-labelledby="settlements"><h2 id="settlements">${settlements}</h2>${table({ caption: settlements, heads, rows, empty: '' })}</section>`
}

/** A list that cannot be asked for does not hide the others. */
const asked = ({ lang }: UserRequest, card: Promise<Html>): Promise<Html> =>
  card.catch((error: unknown) => {
    if (CraftgateError.is(error)) return notice(error.merchantMessage[lang], 'bad')
    throw error
  })

const statusAsked = ({ c }: UserRequest): FileStatus =>
  STATUSES.find((status) => status === c.req.query('file')) ?? 'CREATED'

const option = (value: string, text: string, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${text}</option>`

function choice(request: UserRequest, merchant: string): Html {
  const { lang, user } = request
  const words = sellerWords[lang]
  const { from, to } = daysAsked(request)
  const types = Object.entries(words.types).map(([type, text]) => option(type, text, typeAsked(request)))
  const files = Object.entries(words.fileStatuses).map(([name, text]) =>
    option(name, text, statusAsked(request)),
  )
  const accounts = user.merchants.map((name) => option(name, accountName(request, name), merchant))
  return html`<form class="row" method="get" action="${pathTo(request, '/sellers/payouts')}">
    ${user.merchants.length > 1 ? html`<div class="field"><label for="account">${words.account}</label><select id="account" name="account">${accounts}</select></div>` : ''}
    <div class="field"><label for="from">${words.from}</label><input id="from" name="from" type="date" value="${from}"></div>
    <div class="field"><label for="to">${words.to}</label><input id="to" name="to" type="date" value="${to}"></div>
    <div class="field"><label for="type">${words.type}</label><select id="type" name="type">${types}</select></div>
    <div class="field"><label for="file">${words.fileStatus}</label><select id="file" name="file">${files}</select></div>
    <button class="secondary" type="submit">${words.show}</button></form>`
}

async function completedCard(request: UserRequest, merchant: string): Promise<Html> {
  const { commerce, lang } = request
  const words = sellerWords[lang]
  const page = pageAsked(request)
  const days = daysAsked(request)
  const type = typeAsked(request)
  const found = await commerce.marketplace.payouts.completed(merchant, { ...days, type, page: page - 1 })
  const kinds: Readonly<Record<string, string>> = words.kinds
  const rows = found.rows.map((row: PaidTransaction) => [
    payoutLink(request, merchant, row.payoutId),
    payee(request, row),
    kinds[row.transactionType ?? ''] ?? row.transactionType ?? '–',
    row.transactionId === undefined ? '–' : html`<code>${row.transactionId}</code>`,
    moneyText(row.amount, lang),
    moment(row.paidAt, request),
  ])
  const heads = [words.payout, words.payee, words.kind, words.transaction, `${words.amount}#`, words.date]
  const query = { account: merchant, type, ...days }
  const path = pathTo(request, '/sellers/payouts')
  return card(
    'completed',
    words.completed,
    html`${table({ caption: words.completed, heads, rows, empty: words.noneCompleted })}
    ${otherPages({ path, query, page, count: found.count, words })}`,
  )
}

async function filesCard(request: UserRequest, merchant: string): Promise<Html> {
  const { commerce, lang } = request
  const words = sellerWords[lang]
  const page = pageAsked(request, 'files')
  const [days, fileStatus] = [daysAsked(request), statusAsked(request)]
  const query = { ...days, fileStatus, page: page - 1 }
  const { rows: found, count } = await commerce.marketplace.payouts.rows(merchant, query)
  const rows = found.map((row: PayoutRow) => [
    payoutLink(request, merchant, row.payoutId),
    html`${row.name ?? ''} ${payee(request, row)}`,
    moneyText(row.amount, lang),
    moment(row.startedAt, request),
  ])
  const heads = [words.payout, words.payee, `${words.amount}#`, words.date]
  const kept = { account: merchant, file: fileStatus, ...days }
  const path = pathTo(request, '/sellers/payouts')
  return card(
    'files',
    words.files,
    html`${table({ caption: words.files, heads, rows, empty: words.noneInFiles })}
    ${otherPages({ path, name: 'files', query: kept, page, count, words })}`,
  )
}

async function bouncedCard(request: UserRequest, merchant: string): Promise<Html> {
  const { commerce, lang } = request
  const words = sellerWords[lang]
  const found = await commerce.marketplace.payouts.bounced(merchant, daysAsked(request))
  const rows = found
    .slice(0, MOST)
    .map((row: BouncedPayout) => [
      payoutLink(request, merchant, row.payoutId),
      html`${row.name ?? ''} <code>${row.seller}</code>`,
      moneyText(row.amount, lang),
      moment(row.bouncedAt, request),
    ])
  const heads = [words.payout, words.name, `${words.amount}#`, words.date]
  return card(
    'bounced',
    words.bounced,
    html`<p class="help">${words.bouncedHelp}</p>${table({ caption: words.bounced, heads, rows, empty: words.noneBounced })}`,
  )
}

/** Craftgate gives these without pages. */
const MOST = 100

const card = (id: string, title: string, body: Html): Html =>
  html`<section class="card" aria-labelledby="${id}"><h2 id="${id}">${title}</h2>${body}</section>`

const payee = ({ lang }: UserRequest, row: Pick<PayoutRow, 'isSeller' | 'payee'>): Html | string =>
  row.isSeller ? html`<code>${row.payee ?? '–'}</code>` : sellerWords[lang].merchant

function settleCard(request: UserRequest, merchant: string): Html {
  const words = sellerWords[request.lang]
  return card(
    'settle',
    words.settle,
    html`<p class="help">${words.settleHelp}</p>
      <form method="post" action="${pathTo(request, '/sellers/settle')}">
        <input type="hidden" name="once" value="${randomUUID()}"><input type="hidden" name="account" value="${merchant}">
        <button class="primary" type="submit">${words.settle}</button></form>`,
  )
}

/** What no call does is named, with its steps. */
function manualCard({ lang }: UserRequest): Html {
  const words = sellerWords[lang]
  return card(
    'manual',
    words.manual,
    html`<p>${words.manualHelp}</p><ol class="plainlist">${words.manualSteps.map((step) => html`<li>${step}</li>`)}</ol>`,
  )
}
