import { randomBytes } from 'node:crypto'
import type { CheckoutRecord } from '@craftgate-commerce/core'
import { isGivenBackByCraftgate, isUnexpected, waitsForRefund } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import { paymentPath, stateBadge } from '../payments/payment-table'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { unexpectedWords } from './unexpected-words'
import { moneyWords } from './words'

export const unexpectedPath = (
  request: UserRequest,
  { reference, attempt }: Pick<CheckoutRecord, 'reference' | 'attempt'>,
): string => pathTo(request, `/unexpected/${encodeURIComponent(reference)}/${attempt}`)

/** To where it is decided, of each attempt whose money no order took. */
export const unexpectedLinks = (request: UserRequest, { attempts }: PanelPaymentDetail): readonly Html[] =>
  attempts
    .filter((attempt) => isUnexpected(attempt) && may(request, 'refund', attempt))
    .map(
      (attempt) =>
        html`<a class="button secondary" href="${unexpectedPath(request, attempt)}">${unexpectedWords[request.lang].open(moneyText(attempt.expected, request.lang))}</a>`,
    )

export interface Unexpected {
  readonly payment: PanelPaymentDetail
  readonly attempt: CheckoutRecord
}

/** The attempt that the address names, whose money no order took; else the page that says why not. */
export async function namedUnexpected(request: UserRequest): Promise<Unexpected | Response> {
  const { c, host, user } = request
  const payment = await host.payments(user).find(c.req.param('reference') ?? '')
  const number = Number(c.req.param('attempt'))
  const attempt = payment?.attempts.find((each) => each.attempt === number)
  if (payment === undefined || attempt === undefined) return missingPage(request)
  if (!isUnexpected(attempt) && attempt.state !== 'refunded') return missingPage(request)
  // Of what is back by now whoever may refund sees that it is.
  const asked = attempt.state === 'refunded' ? { ...attempt, state: 'refunding' as const } : attempt
  return may(request, 'refund', asked) ? { payment, attempt } : notAllowedPage(request)
}

/** GET /unexpected/:reference/:attempt, and what a press that came to nothing is answered with. */
export async function unexpectedPage(request: UserRequest, refused?: string): Promise<Response> {
  const named = await namedUnexpected(request)
  if (named instanceof Response) return named
  const { lang, words: all } = request
  const { payment, attempt } = named
  const words = unexpectedWords[lang]
  const waits = waitsForRefund(attempt, payment.operations)
  return answerPage(request, {
    title: words.title,
    section: 'payments',
    done: moneyWords[lang].done,
    status: refused === undefined ? 200 : 409,
    body: html`<p><a href="${paymentPath(request, payment.reference)}">← ${moneyWords[lang].back}</a></p>
      ${refused === undefined ? '' : notice(`${moneyWords[lang].refused} ${refused}`, 'bad')}
      <section class="card" aria-labelledby="what"><h2 id="what">${words.what}</h2>
        ${facts([
          [all.columns.state, stateBadge(request, attempt)],
          [all.columns.amount, moneyText(attempt.expected, lang)],
          [all.columns.craftgate, html`<code>${attempt.paymentIds.join(', ')}</code>`],
        ])}
        <p>${waits ? words.waits[attempt.state === 'refunding' ? 'refused' : 'kept'] : words.nothing[attempt.state === 'refunded' ? 'back' : 'underWay']}</p></section>
      ${waits && isGivenBackByCraftgate(attempt) ? decisionCard(request, attempt, 'again') : ''}
      ${waits ? decisionCard(request, attempt, 'outside') : ''}`,
  })
}

/** Each form has a key of its own: pressed twice it does one thing. */
function decisionCard(request: UserRequest, attempt: CheckoutRecord, how: 'again' | 'outside'): Html {
  const words = unexpectedWords[request.lang][how]
  return html`<section class="card" aria-labelledby="${how}"><h2 id="${how}">${words.title}</h2><p>${words.text}</p>
    <form method="post" action="${unexpectedPath(request, attempt)}">
      <input type="hidden" name="how" value="${how}"><input type="hidden" name="key" value="${randomBytes(8).toString('hex')}">
      <button class="danger" type="submit">${words.press(moneyText(attempt.expected, request.lang))}</button></form></section>`
}
