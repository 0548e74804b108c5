import { CraftgateError, type IncomingTransfer, type TransferMatch } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { paymentPath } from '../payments/payment-table'
import { badge, moment, notice, postButton } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts, table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { numberAsked } from './number-asked'
import { reasonsText } from './reasons-text'
import { TRANSFER_TONES, transferPath } from './transfers-page'
import { transferWords } from './words'

/** The transfer that the address names, of an account that the user works with; undefined when there is none. */
export async function namedTransfer(request: UserRequest) {
  const { c, commerce, user } = request
  const [merchant = '', id] = [c.req.param('merchant'), Number(c.req.param('id'))]
  if (!user.merchants.includes(merchant) || !Number.isSafeInteger(id)) return undefined
  try {
    const query = { merchant, shop: user.shop, id, number: numberAsked(request) }
    return { merchant, transfer: await commerce.transfers.find(query) }
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

/** GET /transfers/:merchant/:id, and what an action that was not done is answered with. */
export async function transferPage(
  request: UserRequest,
  problems: readonly string[] = [],
): Promise<Response> {
  const named = await namedTransfer(request)
  if (named === undefined) return missingPage(request)
  const { merchant, transfer } = named
  const words = transferWords[request.lang]
  const path = transferPath(request, merchant, transfer.id)
  const decides = may(request, 'capture')
  return answerPage(request, {
    title: words.title(moneyText(transfer.amount, request.lang)),
    section: 'transfers',
    done: words.done,
    status: problems.length > 0 ? 409 : 200,
    body: html`<p><a href="${pathTo(request, '/transfers')}">← ${words.toTransfers}</a></p>${problems.map((text) => notice(text, 'bad'))}
      <div class="columns">${factsCard(request, transfer)}${decides && transfer.state === 'undecided' ? closeCard(request, path) : ''}</div>
      ${partsCard(request, transfer, decides ? path : undefined)}${transfer.state === 'undecided' ? matchCard(request, transfer, { path, mayConfirm: decides }) : ''}
      ${decides && transfer.state === 'closed' ? postButton(`${path}/reopen`, words.reopen, 'secondary') : ''}`,
  })
}

function factsCard(request: UserRequest, transfer: IncomingTransfer): Html {
  const { words: all, lang } = request
  const words = transferWords[lang]
  const { amount, rest, senderName, senderIban, description, receivedAt, state, reason, parts } = transfer
  return html`<section class="card" aria-labelledby="transfer"><h2 id="transfer">${words.facts}</h2>${facts([
    [all.columns.state, badge(words.states[state], TRANSFER_TONES[state])],
    [all.columns.amount, moneyText(amount, lang)],
    [words.rest, parts.length > 0 && rest.minor > 0 ? moneyText(rest, lang) : undefined],
    [words.sender, senderName],
    [words.iban, html`<code>${senderIban}</code>`],
    [words.description, description],
    [all.columns.time, moment(receivedAt, request)],
    [words.closedAs, reason && words.closeReasons[reason]],
  ])}</section>`
}

function partsCard(request: UserRequest, { parts }: IncomingTransfer, path: string | undefined): Html | '' {
  if (parts.length === 0) return ''
  const { lang, words: all } = request
  const words = transferWords[lang]
  const rows = parts.map(({ reference, amount, state }) => [
    html`<a href="${paymentPath(request, reference)}">${reference}</a>`,
    moneyText(amount, lang),
    badge(words.partStates[state], state === 'done' ? 'good' : 'warn'),
  ])
  const heads = [all.columns.reference, `${all.columns.amount}#`, all.columns.state]
  const isOpen = path !== undefined && parts.some(({ state }) => state === 'pending')
  const goOn = isOpen
    ? html`<p class="help">${words.goOnHelp}</p>${postButton(`${path}/confirm`, words.goOn, 'primary')}`
    : ''
  return html`<section class="card" aria-labelledby="parts"><h2 id="parts">${words.parts}</h2>${table({ caption: words.parts, heads, rows, empty: '' })}${goOn}</section>`
}

/** The transfer itself is the form's key: it is used once, so a second press does nothing new. */
function matchCard(
  request: UserRequest,
  { matches }: IncomingTransfer,
  { path, mayConfirm }: { readonly path: string; readonly mayConfirm: boolean },
): Html {
  const { lang, words: all } = request
  const words = transferWords[lang]
  const rows = matches.map((match) => matchRow(request, match, mayConfirm))
  const heads = [words.choose, all.columns.order, `${all.columns.amount}#`, words.why]
  const list = table({ caption: words.match, heads, rows, empty: words.noMatch })
  const form = !mayConfirm
    ? list
    : html`<form class="stack" method="post" action="${path}/confirm">${list}
        <label class="row"><input type="checkbox" name="acceptRest"> ${words.acceptRest}</label>
        <div class="row"><button class="primary" type="submit">${words.confirm}</button></div></form>`
  return html`<section class="card" aria-labelledby="match"><h2 id="match">${words.match}</h2><p class="soft">${words.matchHelp}</p>
    <form class="row" method="get" action="${path}" role="search"><div class="field"><label for="number">${words.search}</label><input id="number" name="number" type="search" maxlength="40" autocomplete="off"></div><button class="secondary" type="submit">${words.searchButton}</button></form>
    ${form}</section>`
}

function matchRow(
  request: UserRequest,
  match: TransferMatch,
  mayChoose: boolean,
): readonly (Html | string)[] {
  const { lang } = request
  const { number, record } = match.order
  const box = html`<input type="checkbox" name="order" value="${record.reference}" aria-label="${number}">`
  return [
    mayChoose ? box : number,
    html`<a href="${paymentPath(request, record.reference)}">${number}</a>`,
    moneyText(record.expected, lang),
    reasonsText(match, lang),
  ]
}

function closeCard({ lang }: UserRequest, path: string): Html {
  const words = transferWords[lang]
  const option = (reason: 'returned' | 'other') =>
    html`<option value="${reason}">${words.closeReasons[reason]}</option>`
  return html`<section class="card" aria-labelledby="close"><h2 id="close">${words.close}</h2><p class="soft">${words.closeHelp}</p>
    <form class="stack" method="post" action="${path}/close"><div class="field"><label for="reason">${words.reason}</label><select id="reason" name="reason">${option('returned')}${option('other')}</select></div>
    <div class="row"><button class="secondary" type="submit">${words.closeButton}</button></div></form></section>`
}
