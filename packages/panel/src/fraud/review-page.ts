import { CraftgateError, type FraudCheck } from '@craftgate-commerce/core'
import { waitsForReview } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { may, type UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import { factsCard } from '../payments/facts-card'
import { orderLink, paymentPath } from '../payments/payment-table'
import { moment, notice, postButton } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { fraudPath } from './fraud-path'
import { fraudWords } from './words'

/** GET /fraud/reviews/:reference: everything that a person needs to decide; its buttons are the confirmation. */
export async function reviewPage(request: UserRequest, refusal?: CraftgateError): Promise<Response> {
  const { c, host, user, lang } = request
  const payment = await host.payments(user).find(c.req.param('reference') ?? '')
  if (payment === undefined) return missingPage(request)
  const words = fraudWords[lang].review
  const check = await checkOf(request, payment)
  return answerPage(request, {
    title: words.title(payment.order?.number),
    section: 'fraud',
    status: refusal === undefined ? 200 : 409,
    body: html`<div class="head"><p><a href="${fraudPath(request)}">← ${fraudWords[lang].toFraud}</a></p>
        <p><a href="${paymentPath(request, payment.reference)}">${words.toPayment}</a></p></div>
      ${refusal === undefined ? '' : notice(refusal.merchantMessage[lang], 'bad')}
      <div class="columns">${checkCard(request, payment, check)}${factsCard(request, payment)}</div>
      ${decisionCard(request, payment)}`,
  })
}

/** By the attempt that it names: the payments of two accounts may bear one number. What cannot be asked is left out. */
async function checkOf(
  { commerce, user, host }: UserRequest,
  { attempt }: PanelPaymentDetail,
): Promise<FraudCheck | undefined> {
  const [paymentId] = attempt.paymentIds
  if (paymentId === undefined) return undefined
  const found = await Promise.all(
    user.merchants.map(async (merchant) => {
      try {
        return (await commerce.fraud.checks(merchant, { paymentId, action: 'REVIEW' })).checks
      } catch (error) {
        if (!CraftgateError.is(error)) throw error
        host.logger.warn('The panel could not ask for a fraud check', { code: error.code })
        return []
      }
    }),
  )
  return found.flat().find(({ conversationId }) => conversationId === attempt.id)
}

function checkCard(request: UserRequest, payment: PanelPaymentDetail, check: FraudCheck | undefined): Html {
  const { lang, words } = request
  const fraud = fraudWords[lang]
  const { attempt } = payment
  const told = facts([
    [words.columns.order, orderLink(request, payment)],
    [words.columns.amount, moneyText(attempt.expected, lang)],
    [fraud.paidAt, moment(attempt.stateSince, request)],
    [fraud.rule, check?.rule?.name],
    [fraud.conditions, check?.rule?.conditions && html`<code>${check.rule.conditions}</code>`],
    [fraud.clientIp, check?.clientIp && html`<code>${check.clientIp}</code>`],
    [fraud.decision, check && fraud.decisions[check.status]],
  ])
  return html`<section class="card" aria-labelledby="check"><h2 id="check">${fraud.review.check}</h2>${told}
    ${check === undefined ? html`<p class="help">${fraud.review.noCheck}</p>` : ''}</section>`
}

function decisionCard(request: UserRequest, payment: PanelPaymentDetail): Html {
  const { lang } = request
  const words = fraudWords[lang].review
  const { attempt, reference } = payment
  if (!waitsForReview(attempt)) {
    const why = attempt.state === 'review' ? words.going : words.over
    return html`<section class="card"><p>${why}</p></section>`
  }
  const [mayApprove, mayReject] = [may(request, 'capture', attempt), may(request, 'refund', attempt)]
  const to = (decision: string) => fraudPath(request, 'reviews', reference, decision)
  const price = moneyText(attempt.expected, lang)
  return html`<section class="card alarm" aria-labelledby="decision"><h2 id="decision">${words.choose}</h2>
    ${mayApprove ? html`<p>${words.approveText(price, attempt.phase === 'PRE_AUTH')}</p>${postButton(to('approve'), words.approve, 'primary')}` : ''}
    ${mayReject ? html`<p>${words.rejectText(chargedTo(payment, lang) ?? price)}</p>${postButton(to('reject'), words.reject, 'danger')}` : ''}
    ${mayApprove && mayReject ? '' : html`<p class="help">${words.mayNot}</p>`}</section>`
}

/** What the card was charged, with the shopper's interest: all of it goes back. */
function chargedTo({ facts: told }: PanelPaymentDetail, lang: UserRequest['lang']): string | undefined {
  if (told === undefined || 'unavailable' in told) return undefined
  return moneyText(told.paidPrice, lang)
}
