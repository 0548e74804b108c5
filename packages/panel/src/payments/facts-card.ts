import type { PaymentFacts } from '@craftgate-commerce/core'
import { merchantPaymentView, transactionViews } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import { zoneOf } from '../days/days'
import type { UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import type { Html } from '../ui/html'
import { facts } from '../ui/tables'
import { dayText, decimalText, rateText } from '../ui/texts'

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

function list(request: UserRequest, told: PaymentFacts, operations: PanelPaymentDetail['operations']): Html {
  const { words, lang } = request
  const { facts: word } = words
  const view = merchantPaymentView(told)
  const price = (amount: string | undefined) => amount && decimalText(amount, view.currency, lang)
  const card = [view.bank, view.cardFamily, view.lastFour && `•••• ${view.lastFour}`]
    .filter(Boolean)
    .join(' ')
  const refundable = transactionViews(told, operations).map((item) => price(item.refundable))
  const rows = facts([
    [word.id, html`<code>${[told.paymentId, ...(told.morePaymentIds ?? [])].join(', ')}</code>`],
    [word.paidWith, view.paidWith[lang]],
    [word.card, card || undefined],
    [word.installments, view.installment > 1 ? String(view.installment) : word.single],
    [word.paidPrice, price(view.paidPrice)],
    [word.interest, price(view.interest)],
    [word.campaign, price(view.campaign)],
    [word.points, price(view.pointsUsed)],
    [word.wallet, price(view.walletShare)],
    ...bankFacts(request, told),
    [word.refundable, refundable.join(' + ')],
    [word.threeDS, view.threeDS ? words.yes : words.no],
    [word.pos, view.pos ?? view.provider],
    [word.authCode, view.authCode],
    [word.fraudScore, view.fraudScore === undefined ? undefined : String(view.fraudScore)],
  ])
  const isReduced =
    view.expectedPayout !== undefined &&
    operations.some(({ kind, state }) => kind === 'refund' && state !== 'failed')
  return html`${rows}${isReduced ? html`<p class="help">${word.beforeRefunds}</p>` : ''}`
}

/** What the bank keeps and pays; of a pre-authorization nothing is said before its capture. */
function bankFacts({ words, lang, host }: UserRequest, told: PaymentFacts): Parameters<typeof facts>[0] {
  const { facts: word } = words
  const view = merchantPaymentView(told)
  const { bankCommission, bankCommissionRate: rate, blockageResolvedAt: at } = view
  const price = (amount: string | undefined) => amount && decimalText(amount, view.currency, lang)
  if (told.phase === 'PRE_AUTH') return []
  if (bankCommission === undefined) return [[word.bankCommission, word.commissionNotTold]]
  const percent = rate && ` (${rateText(rate, lang)})`
  return [
    [word.bankCommission, `${price(bankCommission)}${percent ?? ''}`],
    [word.expectedPayout, price(view.expectedPayout)],
    [word.sellerShares, price(view.sellerShares)],
    [word.blockageResolved, at && dayText(new Date(at), lang, zoneOf(host))],
  ]
}
