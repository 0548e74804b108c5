import { randomUUID } from 'node:crypto'
import { CraftgateError } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { CRAFTGATE_ZONE, dayAt, readPeriod, shiftDay } from '../days/days'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { sellerWords } from '../sellers/words'
import { accountName } from '../ui/account-name'
import { moment, notice } from '../ui/components'
import type { Html } from '../ui/html'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { FORMATS, KINDS, MOST_DAYS } from './report-files'
import { settlementWords } from './words'

const PAGE_SIZE = 25

/** So many days before today, as Craftgate counts them. */
const dayBefore = ({ host }: UserRequest, days: number): string =>
  shiftDay(dayAt(host.clock(), CRAFTGATE_ZONE), -days)

/** GET /settlement: what was paid out, files, and the day to compare. */
export async function settlementPage(request: UserRequest): Promise<Response> {
  const { c, lang, user } = request
  const words = settlementWords[lang]
  const period = readPeriod(c.req.query('from'), c.req.query('to'), MOST_DAYS) ?? {
    from: dayBefore(request, 30),
    to: dayBefore(request, 0),
  }
  const paidOut = await Promise.all(user.merchants.map((merchant) => payoutsOf(request, merchant, period)))
  return answerPage(request, {
    title: request.words.sections.settlement,
    section: 'settlement',
    done: { 'wrong-day': words.wrongDay },
    body: html`<p class="soft">${words.lead}</p>${orderedNotice(request)}
      <form class="card filters" method="get" action="${pathTo(request, '/settlement')}">${days(request, period)}<button class="primary" type="submit">${words.show}</button></form>
      ${paidOut}<div class="columns">${fileCard(request)}${may(request, 'settle') ? orderCard(request) : ''}${compareCard(request)}</div>`,
  })
}

interface Period {
  readonly from: string
  readonly to: string
}

/** What Craftgate calls the transactions of a payout and where it goes, in words; it may know more of them than we do. */
type PayoutNames = Readonly<Record<'kinds' | 'destinations', Readonly<Record<string, string>>>>

/** An account that cannot be asked does not hide the others. */
async function payoutsOf(request: UserRequest, merchant: string, period: Period): Promise<Html> {
  const { c, commerce, lang, user } = request
  const words = settlementWords[lang]
  const asked = Number(c.req.query('page') ?? 1)
  const isTurned = (c.req.query('account') ?? user.merchants[0]) === merchant
  const page = isTurned && Number.isSafeInteger(asked) && asked >= 1 ? Math.min(asked, 400) : 1
  const query = { ...period, type: 'SETTLEMENT' as const, page: page - 1 }
  const found = await commerce.marketplace.payouts.completed(merchant, query).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  const name = accountName(request, merchant)
  const title = html`<h2>${words.paidOut}${user.merchants.length > 1 ? ` · ${name}` : ''}</h2>`
  const label = `${words.paidOut} ${name}`
  if (CraftgateError.is(found))
    return html`<section class="card" aria-label="${label}">${title}${notice(found.merchantMessage[lang], 'bad')}</section>`
  const { kinds, destinations }: PayoutNames = sellerWords[lang]
  const rows = found.rows.map((row) => [
    html`<code>${row.payoutId}</code>`,
    moment(row.paidAt, request),
    row.isSeller ? words.seller(String(row.payee ?? '')) : words.you,
    [kinds[row.transactionType ?? ''] ?? row.transactionType, row.transactionId].filter(Boolean).join(' ') ||
      '–',
    destinations[row.destination ?? ''] ?? row.destination ?? '–',
    moneyText(row.amount, lang),
  ])
  const heads = [words.payout, words.date, words.payee, words.transaction, words.destination]
  const to = (other: number, text: string) => {
    const address = new URLSearchParams({ ...period, account: merchant, page: String(other) })
    return html`<a class="button secondary" href="${pathTo(request, '/settlement')}?${address.toString()}">${text}</a>`
  }
  const hasMore = page * PAGE_SIZE < found.count
  return html`<section class="card" aria-label="${label}">${title}
    ${table({ caption: label, heads: [...heads, `${request.words.columns.amount}#`], rows, empty: words.noPayouts })}
    ${page > 1 || hasMore ? html`<nav class="row" aria-label="${words.pages} ${name}">${page > 1 ? to(page - 1, words.newer) : ''}${hasMore ? to(page + 1, words.older) : ''}</nav>` : ''}
    <p class="help">${words.commission}</p></section>`
}

/** Of a report that was just ordered: only its number is taken from the address. */
function orderedNotice(request: UserRequest): Html | '' {
  const { c, lang, user } = request
  const [id = '', account = ''] = [c.req.query('ordered'), c.req.query('account')]
  if (!/^[A-Za-z0-9-]{1,64}$/.test(id) || !user.merchants.includes(account)) return ''
  const link = (format: string) => {
    const address = new URLSearchParams({ id, account, format })
    return html` <a href="${pathTo(request, '/settlement/ordered')}?${address.toString()}">${format}</a>`
  }
  return html`<p class="notice calm" role="status">${settlementWords[lang].ordered(id)}${FORMATS.map(link)}</p>`
}

const days = ({ lang }: UserRequest, { from, to }: Period, prefix = ''): Html => {
  const words = settlementWords[lang]
  return html`<div class="field"><label for="${prefix}from">${words.from}</label><input id="${prefix}from" name="from" type="date" value="${from}" required></div>
    <div class="field"><label for="${prefix}to">${words.to}</label><input id="${prefix}to" name="to" type="date" value="${to}" required></div>`
}

const day = (request: UserRequest, prefix: string): Html =>
  html`<div class="field"><label for="${prefix}day">${settlementWords[request.lang].day}</label><input id="${prefix}day" name="day" type="date" value="${dayBefore(request, 1)}" required></div>`

function accounts(request: UserRequest, prefix: string): Html {
  const { merchants } = request.user
  if (merchants.length === 1) return html`<input type="hidden" name="account" value="${merchants[0]}">`
  const options = merchants.map(
    (name) => html`<option value="${name}">${accountName(request, name)}</option>`,
  )
  return html`<div class="field"><label for="${prefix}account">${settlementWords[request.lang].account}</label><select id="${prefix}account" name="account">${options}</select></div>`
}

function kinds({ lang }: UserRequest, prefix: string): Html {
  const words = settlementWords[lang]
  const options = KINDS.map((kind) => html`<option value="${kind}">${words[kind]}</option>`)
  return html`<div class="field"><label for="${prefix}kind">${words.content}</label><select id="${prefix}kind" name="kind">${options}</select></div>`
}

function fileCard(request: UserRequest): Html {
  const words = settlementWords[request.lang]
  const formats = FORMATS.map((format) => html`<option value="${format}">${format}</option>`)
  return html`<section class="card" aria-labelledby="files"><h2 id="files">${words.files}</h2><p class="help">${words.filesHelp}</p>
    <form class="stack" method="get" action="${pathTo(request, '/settlement/file')}">${accounts(request, 'file-')}${kinds(request, 'file-')}${day(request, 'file-')}
      <div class="field"><label for="format">${words.format}</label><select id="format" name="format">${formats}</select></div>
      <div class="row"><button class="secondary" type="submit">${words.download}</button></div></form></section>`
}

function orderCard(request: UserRequest): Html {
  const words = settlementWords[request.lang]
  const period = { from: dayBefore(request, 7), to: dayBefore(request, 1) }
  return html`<section class="card" aria-labelledby="order"><h2 id="order">${words.order}</h2><p class="help">${words.orderHelp}</p>
    <form class="stack" method="post" action="${pathTo(request, '/settlement/order')}"><input type="hidden" name="once" value="${randomUUID()}">
      ${accounts(request, 'order-')}${kinds(request, 'order-')}${days(request, period, 'order-')}
      <div class="row"><button class="secondary" type="submit">${words.order}</button></div></form></section>`
}

function compareCard(request: UserRequest): Html {
  const words = settlementWords[request.lang]
  return html`<section class="card" aria-labelledby="compare"><h2 id="compare">${words.compare}</h2><p class="help">${words.compareHelp}</p>
    <form class="stack" method="get" action="${pathTo(request, '/settlement/day')}">${accounts(request, 'compare-')}${day(request, 'compare-')}
      <div class="row"><button class="secondary" type="submit">${words.compare}</button></div></form></section>`
}
