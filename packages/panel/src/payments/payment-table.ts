import type { CheckoutRecord } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { type PanelRequest, pathTo } from '../http/panel-request'
import type { PanelPayment } from '../panel-host'
import { badge, moment, outerLink } from '../ui/components'
import type { Html } from '../ui/html'
import { STATE_TONES } from '../ui/state-tones'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'

/** How its payment stands, where an order took it; else its state. */
const stateOf = ({ standing, state }: Pick<CheckoutRecord, 'standing' | 'state'>) => standing ?? state

export const stateBadge = (
  { words }: PanelRequest,
  attempt: Pick<CheckoutRecord, 'standing' | 'state'>,
): Html => badge(words.states[stateOf(attempt)], STATE_TONES[stateOf(attempt)])

/** In words, of a payment: as its platform says, else as its attempt does. */
export const standingText = ({ words, lang }: PanelRequest, { attempt, standing }: PanelPayment): string =>
  standing?.text[lang] ?? words.states[stateOf(attempt)]

/** How a payment stands: as its platform says, else as its attempt does. */
export const standingBadge = (request: PanelRequest, { attempt, standing }: PanelPayment): Html =>
  standing === undefined ? stateBadge(request, attempt) : badge(standing.text[request.lang], standing.tone)

export const paymentPath = (request: PanelRequest, reference: string): string =>
  pathTo(request, `/payments/${encodeURIComponent(reference)}`)

/** The order that a payment is for, in the platform's own admin; where its orders are not told to us, their payment's own id. */
export function orderLink({ words, host }: PanelRequest, { order, reference }: PanelPayment): Html | string {
  if (order !== undefined) return outerLink(order.url, order.number, words)
  return host.moneyElsewhere === undefined ? words.noOrder : html`<code>${reference}</code>`
}

export function paymentTable(request: PanelRequest, payments: readonly PanelPayment[], empty: string): Html {
  const { words, lang } = request
  const { columns } = words
  const rows = payments.map((payment) => {
    const { reference, attempt } = payment
    const id = attempt.paymentIds[0]
    return [
      html`<a href="${paymentPath(request, reference)}">${moment(attempt.createdAt, request)}</a>`,
      orderLink(request, payment),
      moneyText(attempt.expected, lang),
      standingBadge(request, payment),
      id === undefined ? '–' : html`<code>${id}</code>`,
    ]
  })
  const heads = [columns.time, columns.order, `${columns.amount}#`, columns.state, columns.craftgate]
  return table({ caption: words.list.caption, heads, rows, empty })
}
