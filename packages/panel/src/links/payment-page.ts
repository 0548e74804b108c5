import type { FoundLinkPayment, TransferMatch } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { may, type UserRequest } from '../http/panel-request'
import { paymentPath } from '../payments/payment-table'
import { numberAsked } from '../transfers/number-asked'
import { badge, moment, notice } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts, table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { linkPath } from './links-page'
import { linkPaymentPath, namedPayment } from './named-payment'
import { orderOf } from './order-of'
import { linkWords } from './words'

/** GET /links/:merchant/:id/payments/:payment, and what a match that was not made is answered with. */
export async function linkPaymentPage(
  request: UserRequest,
  { problem, number = numberAsked(request) }: { readonly problem?: string; readonly number?: string } = {},
): Promise<Response> {
  const named = await namedPayment(request, number)
  if (named === undefined) return missingPage(request)
  const { merchant, payment } = named
  const words = linkWords[request.lang]
  const { paymentId, link } = payment
  const isOpen = payment.reference === undefined && payment.state === 'captured'
  return answerPage(request, {
    title: words.paymentTitle(String(paymentId)),
    section: 'links',
    done: words.done,
    status: problem === undefined ? 200 : 409,
    body: html`<p><a href="${linkPath(request, merchant, link.id)}">← ${words.toLink}</a></p>
      ${problem === undefined ? '' : notice(problem, 'bad')}${await factsCard(request, payment)}
      ${isOpen ? matchCard(request, payment, linkPaymentPath(request, merchant, { link: link.id, paymentId })) : ''}`,
  })
}

const TONES: Readonly<Record<FoundLinkPayment['state'] | 'matched', Tone>> = {
  ...{ matched: 'good', captured: 'warn', refunded: 'calm', held: 'warn' },
}

/** What the money is. */
export const paymentFacts = (
  request: UserRequest,
  { paymentId, price, paidPrice, paidAt, lastFour }: FoundLinkPayment,
): Parameters<typeof facts>[0] => {
  const { words, lang } = request
  const links = linkWords[lang]
  return [
    [words.columns.craftgate, html`<code>${paymentId}</code>`],
    [words.columns.amount, moneyText(price, lang)],
    [links.paidPrice, moneyText(paidPrice, lang)],
    [words.columns.time, moment(paidAt, request)],
    [links.card, lastFour && `•••• ${lastFour}`],
  ]
}

async function factsCard(request: UserRequest, payment: FoundLinkPayment): Promise<Html> {
  const { words, lang } = request
  const links = linkWords[lang]
  const { reference, link } = payment
  const state = reference === undefined ? payment.state : 'matched'
  return html`<section class="card" aria-labelledby="payment"><h2 id="payment">${link.name}</h2>${facts([
    [words.columns.state, badge(links.paymentStates[state], TONES[state])],
    [words.columns.order, reference === undefined ? undefined : await orderOf(request, reference)],
    ...paymentFacts(request, payment),
    [links.note, link.description],
  ])}</section>`
}

function matchCard(request: UserRequest, { matches }: FoundLinkPayment, path: string): Html {
  const { lang, words: all } = request
  const words = linkWords[lang]
  const rows = matches.map((match) => matchRow(request, match, path))
  const heads = [all.columns.order, `${all.columns.amount}#`, words.why, words.choose]
  const list = table({ caption: words.match, heads, rows, empty: words.noMatch })
  return html`<section class="card" aria-labelledby="match"><h2 id="match">${words.match}</h2><p class="soft">${words.matchHelp}</p>
    <form class="row" method="get" action="${path}" role="search"><div class="field"><label for="number">${words.orderNumber}</label><input id="number" name="number" type="search" value="${numberAsked(request)}" maxlength="40" autocomplete="off"></div><button class="secondary" type="submit">${words.search}</button></form>
    ${list}</section>`
}

function matchRow(request: UserRequest, match: TransferMatch, path: string): readonly (Html | string)[] {
  const words = linkWords[request.lang]
  const { number, record } = match.order
  const { reasons } = match
  const chosen = new URLSearchParams({ order: record.reference, number })
  return [
    html`<a href="${paymentPath(request, record.reference)}">${number}</a>`,
    moneyText(record.expected, request.lang),
    reasons.length === 0 ? words.sought : reasons.map((reason) => words.reasons[reason]).join(', '),
    may(request, 'capture')
      ? html`<a class="button secondary" href="${path}/match?${chosen}">${words.chooseOrder(number)}</a>`
      : '–',
  ]
}
