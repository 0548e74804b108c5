import { html } from 'hono/html'
import { may, type UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import { paymentPath } from '../payments/payment-table'
import type { Html } from '../ui/html'
import { actionsOf, MONEY_ACTIONS, type MoneyAction, orderPaymentOf } from './actions'
import { moneyWords } from './words'

export const moneyPath = (request: UserRequest, reference: string, action: MoneyAction): string =>
  `${paymentPath(request, reference)}/${action}`

/** What can be done with the money of an order, by whoever may. */
export function moneyCard(request: UserRequest, payment: PanelPaymentDetail): Html | '' {
  const { host, user, lang } = request
  const found = orderPaymentOf(payment)
  if (found === undefined || host.payments(user).money === undefined) return ''
  const words = moneyWords[lang]
  const actions = actionsOf(found).filter((action) => may(request, MONEY_ACTIONS[action].needs))
  if (actions.length === 0) return ''
  const link = (action: MoneyAction) =>
    html`<a class="button secondary" href="${moneyPath(request, payment.reference, action)}">${words[action].open}</a>`
  return html`<section class="card" aria-labelledby="money"><h2 id="money">${words.title}</h2>
    <div class="row">${actions.map(link)}</div></section>`
}
