import type { PaymentFacts } from '@craftgate-commerce/core'
import { merchantPaymentView, transactionViews } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import type { Html } from '../ui/components'
import { facts } from '../ui/tables'
import { decimalText } from '../ui/texts'

/** What Craftgate says of the payment now. */
export function factsCard(request: UserRequest, payment: PanelPaymentDetail): Html {
  const { words } = request
  return html`<section class="card" aria-labelledby="facts"><h2 id="facts">${words.facts.title}</h2>${said(request, payment)}</section>`
}

function said(request: UserRequest, { facts: told, operations }: PanelPaymentDetail): Html {
  if (told === undefined) return html`<p class="empty">${request.words.facts.none}</p>`
  if ('unavailable' in told) return html`<p class="detail">${told.unavailable[request.lang]}</p>`
  return list(request, told, operations)
}

function list(
  { words, lang }: UserRequest,
  told: PaymentFacts,
  operations: PanelPaymentDetail['operations'],
): Html {
  const { facts: word } = words
  const view = merchantPaymentView(told)
  const price = (amount: string | undefined) => amount && decimalText(amount, view.currency, lang)
  const card = [view.bank, view.cardFamily, view.lastFour && `•••• ${view.lastFour}`]
    .filter(Boolean)
    .join(' ')
  const refundable = transactionViews(told, operations).map((item) => price(item.refundable))
  return facts([
    [word.id, html`<code>${[told.paymentId, ...(told.morePaymentIds ?? [])].join(', ')}</code>`],
    [word.paidWith, view.paidWith[lang]],
    [word.card, card || undefined],
    [word.installments, view.installment > 1 ? String(view.installment) : word.single],
    [word.paidPrice, price(view.paidPrice)],
    [word.interest, price(view.interest)],
    [word.campaign, price(view.campaign)],
    [word.points, price(view.pointsUsed)],
    [word.wallet, price(view.walletShare)],
    [word.refundable, refundable.join(' + ')],
    [word.threeDS, view.threeDS ? words.yes : words.no],
    [word.pos, view.pos ?? view.provider],
    [word.authCode, view.authCode],
    [word.fraudScore, view.fraudScore === undefined ? undefined : String(view.fraudScore)],
  ])
}
