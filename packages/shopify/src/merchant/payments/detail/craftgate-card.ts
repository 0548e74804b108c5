import { decimalText, facts, type Html, outerLink, rateText } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { Mode } from '../../../context/tenant'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { labelFor } from '../../i18n'
import { moment } from '../../ui/moment'
import type { CraftgatePayment } from './ask-craftgate'
import type { PaymentView } from './payment-view'

const PANELS: Readonly<Record<Mode, string>> = {
  live: 'https://panel.craftgate.io',
  test: 'https://sandbox-panel.craftgate.io',
}

/** What Craftgate says of the payment now. */
export function craftgateCard(request: AuthenticatedRequest, { craftgate, session }: PaymentView): Html {
  const { messages } = request
  return html`<section class="card" aria-labelledby="craftgate"><h2 id="craftgate">${messages.payment.craftgate}</h2>
    ${known(request, craftgate)}
    <p>${outerLink(PANELS[session.mode], messages.payment.panel, messages)}</p></section>`
}

function known(request: AuthenticatedRequest, answer: PaymentView['craftgate']): Html {
  const { payment, craftgate } = request.messages
  switch (answer.kind) {
    case 'known':
      return paymentFacts(request, answer.payment)
    case 'unpaid':
      return html`<p class="empty">${payment.unpaid}</p>`
    case 'no-keys':
      return html`<p>${payment.noKeys}</p>${facts([[craftgate.paymentId, String(answer.paymentId)]])}`
    case 'not-asked':
      return html`<p class="detail">${answer.why}</p>${facts([[craftgate.paymentId, String(answer.paymentId)]])}`
  }
}

function paymentFacts({ messages, lang }: AuthenticatedRequest, paid: CraftgatePayment): Html {
  const { craftgate: word, payment, yes, no } = messages
  const price = (amount: string | undefined) => amount && decimalText(amount, paid.currency, lang)
  return facts([
    [word.paymentId, html`<code>${paid.paymentId}</code>`],
    [word.paidWith, paid.paidWith[lang]],
    [word.cardType, paid.cardType && labelFor(word.cardTypes, paid.cardType)],
    [word.bank, paid.bank ?? paid.bankApp],
    [word.installment, paid.installment > 1 ? word.installments(paid.installment) : word.single],
    [word.paidPrice, price(paid.paidPrice)],
    [word.points, price(paid.pointsUsed)],
    [word.wallet, price(paid.walletShare)],
    [word.interest, price(paid.interest)],
    [word.campaign, price(paid.campaign)],
    ...bankFacts({ messages, lang }, paid),
    [word.refundable, paid.transactions.map(({ refundable }) => price(refundable)).join(' + ')],
    [word.threeDS, paid.threeDS ? yes : no],
    [word.phase, payment.phases[paid.phase]],
    [word.pos, paid.pos ?? paid.provider],
    [word.authCode, paid.authCode],
    [word.fraudScore, paid.fraudScore === undefined ? undefined : String(paid.fraudScore)],
    [word.fraud, paid.fraud && word.frauds[paid.fraud]],
  ])
}

/** Of what Craftgate does not tell nothing is said. */
function bankFacts(
  { messages: { craftgate: word }, lang }: Pick<AuthenticatedRequest, 'messages' | 'lang'>,
  {
    currency,
    bankCommission,
    bankCommissionRate: rate,
    expectedPayout,
    blockageResolvedAt: at,
  }: CraftgatePayment,
): Parameters<typeof facts>[0] {
  const price = (amount: string | undefined) => amount && decimalText(amount, currency, lang)
  const percent = rate === undefined ? '' : ` (${rateText(rate, lang)})`
  return [
    [word.bankCommission, bankCommission && `${price(bankCommission)}${percent}`],
    [word.expectedPayout, price(expectedPayout)],
    [word.blockageResolved, at && moment(new Date(at), lang)],
  ]
}
