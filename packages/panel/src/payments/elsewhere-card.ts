import { CraftgateError, type RefundElsewhere } from '@craftgate-commerce/core'
import { logError } from '@craftgate-commerce/core/adapter'
import { html } from 'hono/html'
import type { UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import { badge, moment, notice } from '../ui/components'
import type { Html } from '../ui/html'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { STATE_TONES } from './operations-card'

/** Refunds that the shop did not make, mostly in Craftgate's panel; nothing where there is none. */
export async function elsewhereCard(request: UserRequest, payment: PanelPaymentDetail): Promise<Html | ''> {
  const refunds = await refundsOf(request, payment)
  if (!CraftgateError.is(refunds) && refunds.length === 0) return ''
  const { elsewhere } = request.words.payment
  return html`<section class="card" aria-labelledby="elsewhere"><h2 id="elsewhere">${elsewhere.title}</h2>
    ${CraftgateError.is(refunds) ? notice(refunds.merchantMessage[request.lang], 'warn') : refundTable(request, refunds)}</section>`
}

/** Nothing of what was not paid; why they cannot be asked for stands in their place. */
async function refundsOf(
  { commerce, host }: UserRequest,
  { facts, attempts }: PanelPaymentDetail,
): Promise<readonly RefundElsewhere[] | CraftgateError> {
  if (facts === undefined || 'unavailable' in facts) return []
  const { paymentId } = facts
  const account = attempts.find(({ paymentIds }) => paymentIds.includes(paymentId))?.account
  if (account === undefined) return []
  try {
    return await commerce.refundsElsewhere({ account, paymentId })
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    host.logger.warn('The panel could not ask for refunds that were made elsewhere', logError(error))
    return error
  }
}

function refundTable(request: UserRequest, refunds: readonly RefundElsewhere[]): Html {
  const { lang, words } = request
  const { elsewhere } = words.payment
  const rows = refunds.map(({ at, amount, state }) => [
    at === undefined ? '–' : moment(at, request),
    moneyText(amount, lang),
    badge(words.operations.states[state], STATE_TONES[state]),
  ])
  const heads = [words.columns.time, `${words.operations.card}#`, words.columns.state]
  return html`<p class="help">${elsewhere.help}</p>${table({ caption: elsewhere.title, heads, rows, empty: '' })}`
}
