import { waitsForLoanApproval } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { listCardPath } from '../fraud/value-form'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { moneyCard } from '../money/money-card'
import { refundPreviewCard } from '../money/refund-preview-card'
import { unexpectedLinks } from '../money/unexpected-page'
import { moneyWords } from '../money/words'
import type { PanelPaymentDetail } from '../panel-host'
import { sharesPath } from '../sellers/shares-page'
import { moment, postButton } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { sendCard } from '../ui/send-card'
import { answerPage } from '../ui/shell'
import { facts, table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { elsewhereCard } from './elsewhere-card'
import { elsewhereNote } from './elsewhere-note'
import { factsCard } from './facts-card'
import { operationsCard } from './operations-card'
import { orderLink, paymentPath, standingBadge, stateBadge } from './payment-table'
import { timelineCard } from './timeline-card'

/** GET /payments/:reference: everything about one purchase. */
export async function paymentPage(request: UserRequest): Promise<Response> {
  const { c, host, user, words } = request
  const payment = await host.payments(user).find(c.req.param('reference') ?? '')
  if (payment === undefined) return missingPage(request)
  const { order, reference } = payment
  const elsewhere = host.moneyElsewhere?.(user)
  const preview = await refundPreviewCard(request, payment)
  return answerPage(request, {
    title:
      order === undefined && elsewhere !== undefined
        ? words.payment.named(reference)
        : words.payment.title(order?.number),
    section: 'payments',
    done: moneyWords[request.lang].done,
    status: preview.isWrong ? 422 : 200,
    body: html`<div class="head"><p><a href="${pathTo(request, '/')}">← ${words.toPayments}</a></p>
        <div class="row">${askButton(request, reference)}${loanButton(request, payment)}${reviewLink(request, payment)}${sharesLink(request, payment)}${cardLink(request, payment)}${unexpectedLinks(request, payment)}</div></div>
      ${elsewhere && elsewhereNote(request, elsewhere)}<div class="columns">${purchaseCard(request, payment)}${payment.payLink === undefined ? factsCard(request, payment) : payLinkCard(request, payment)}</div>
      ${moneyCard(request, payment)}${preview.view}${(await host.platformCards?.(reference)) ?? ''}
      ${attemptsCard(request, payment)}${operationsCard(request, payment)}${await elsewhereCard(request, payment)}${timelineCard(request, payment)}`,
  })
}

const askButton = (request: UserRequest, reference: string): Html | '' =>
  may(request, 'settle')
    ? postButton(`${paymentPath(request, reference)}/ask`, request.words.payment.ask, 'primary')
    : ''

const loanButton = (request: UserRequest, { attempt, reference }: PanelPaymentDetail): Html | '' =>
  waitsForLoanApproval(attempt) && may(request, 'capture', attempt)
    ? postButton(
        `${paymentPath(request, reference)}/approve-loan`,
        request.words.payment.approveLoan,
        'secondary',
      )
    : ''

/** Where it is decided; who may not decide sees why it waits. */
const reviewLink = (request: UserRequest, { attempt, reference }: PanelPaymentDetail): Html | '' =>
  attempt.state === 'review'
    ? html`<a class="button secondary" href="${pathTo(request, `/fraud/reviews/${encodeURIComponent(reference)}`)}">${request.words.payment.decideReview}</a>`
    : ''

/** Of a marketplace's sale. */
const sharesLink = (request: UserRequest, { facts: known, reference }: PanelPaymentDetail): Html | '' =>
  known !== undefined && 'transactions' in known && known.transactions.some(({ seller }) => seller)
    ? html`<a class="button secondary" href="${sharesPath(request, reference)}">${request.words.payment.shares}</a>`
    : ''

/** Craftgate keeps the trace of a card for two hours. */
const CARD_KEPT_MS = 2 * 3_600_000

function cardLink(request: UserRequest, { attempt, facts: known }: PanelPaymentDetail): Html | '' {
  if (known === undefined || 'unavailable' in known || known.card?.lastFour === undefined) return ''
  const age = request.host.clock().getTime() - attempt.stateSince.getTime()
  if (age >= CARD_KEPT_MS || !may(request, 'configure')) return ''
  const path = listCardPath(request, attempt, known.paymentId)
  return html`<a class="button secondary" href="${path}">${request.words.payment.listCard}</a>`
}

function purchaseCard(request: UserRequest, payment: PanelPaymentDetail): Html {
  const { words, lang } = request
  const { attempt, reference } = payment
  return html`<section class="card" aria-labelledby="purchase"><h2 id="purchase">${words.payment.purchase}</h2>
    ${facts([
      [words.columns.state, standingBadge(request, payment)],
      [words.columns.order, orderLink(request, payment)],
      [words.columns.amount, moneyText(attempt.expected, lang)],
      [words.columns.time, moment(attempt.createdAt, request)],
      [words.columns.reference, html`<code>${reference}</code>`],
    ])}</section>`
}

/** The way on for whoever has not paid yet: sent again in the words of a shop. */
function payLinkCard(request: UserRequest, { payLink, attempt }: PanelPaymentDetail): Html | '' {
  if (payLink === undefined) return ''
  const { words, lang } = request
  const { payment } = words
  const message = payment.payLinkMessage(moneyText(attempt.expected, lang), payLink)
  return sendCard(request, {
    url: payLink,
    subject: payment.payLinkSubject,
    message,
    help: payment.payLinkHelp,
  })
}

/** How often the shopper tried, and what became of each. */
function attemptsCard(request: UserRequest, { attempts }: PanelPaymentDetail): Html {
  const { words, lang } = request
  const rows = attempts.map((attempt) => [
    String(attempt.attempt),
    stateBadge(request, attempt),
    moneyText(attempt.expected, lang),
    attempt.paymentIds.length === 0 ? '–' : html`<code>${attempt.paymentIds.join(', ')}</code>`,
    moment(attempt.updatedAt, request),
  ])
  const { columns } = words
  const heads = [
    words.payment.attempt,
    columns.state,
    `${columns.amount}#`,
    columns.craftgate,
    columns.changed,
  ]
  return html`<section class="card" aria-labelledby="attempts"><h2 id="attempts">${words.payment.attempts}</h2>
    ${table({ caption: words.payment.attempts, heads, rows, empty: words.payment.noAttempts })}</section>`
}
