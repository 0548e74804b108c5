import type { FoundLinkPayment } from '@craftgate-commerce/core'
import { sameMoney } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { may, type UserRequest } from '../http/panel-request'
import { numberAsked } from '../transfers/number-asked'
import { notice } from '../ui/components'
import type { Html } from '../ui/html'
import { missingPage, notAllowedPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { facts } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { linkPaymentPath, type NamedPayment, namedPayment } from './named-payment'
import { linkPaymentPage, paymentFacts } from './payment-page'
import { linkWords } from './words'

/** GET /links/:merchant/:id/payments/:payment/match?order=: what is about to happen, and the button that does it. */
export async function matchPage(request: UserRequest): Promise<Response> {
  if (!may(request, 'capture')) return notAllowedPage(request)
  const named = await namedPayment(request, numberAsked(request))
  if (named === undefined) return missingPage(request)
  const order = chosenOrder(request, named)
  if (order === undefined) return linkPaymentPage(request, { problem: linkWords[request.lang].notWaiting })
  return confirmation(request, named, order)
}

type Order = FoundLinkPayment['matches'][number]['order']

/** Only one that waits now. */
const chosenOrder = ({ c }: UserRequest, { payment }: NamedPayment): Order | undefined =>
  payment.matches.find(({ order }) => order.record.reference === c.req.query('order'))?.order

function confirmation(
  request: UserRequest,
  { merchant, payment }: NamedPayment,
  { number, record }: Order,
): Response | Promise<Response> {
  const { lang } = request
  const words = linkWords[lang]
  const { link, paymentId } = payment
  const path = linkPaymentPath(request, merchant, { link: link.id, paymentId })
  return answerPage(request, {
    title: words.confirmTitle(number),
    section: 'links',
    body: html`<p><a href="${path}">← ${words.toPayment}</a></p>
      <section class="card" aria-labelledby="confirm"><h2 id="confirm">${words.confirmQuestion(number, String(paymentId), moneyText(payment.price, lang))}</h2>
      ${facts([[words.orderNumber, number], [words.orderWaitsFor, moneyText(record.expected, lang)], ...paymentFacts(request, payment)])}
      ${otherAmount(request, payment, record)}<p class="soft">${words.confirmHelp}</p>
      <form class="row" method="post" action="${path}/match"><input type="hidden" name="order" value="${record.reference}"><input type="hidden" name="number" value="${number}"><button class="primary" type="submit">${words.confirm}</button><a class="button secondary" href="${path}">${words.cancel}</a></form></section>`,
  })
}

function otherAmount(
  { lang }: UserRequest,
  { price }: FoundLinkPayment,
  { expected }: Order['record'],
): Html | '' {
  return sameMoney(expected, price)
    ? ''
    : notice(linkWords[lang].otherAmount(moneyText(expected, lang)), 'warn')
}
