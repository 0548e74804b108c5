import { logError } from '@craftgate-commerce/core/adapter'
import { audit } from '../http/audit'
import { takeOnceKey } from '../http/once-key'
import type { UserRequest } from '../http/panel-request'
import type { MoneyResult, PanelMoney, PanelRefund } from '../panel-host'
import { paymentPath } from '../payments/payment-table'
import { MONEY_ACTIONS, type MoneyAction, type OrderPayment } from './actions'
import { confirmation, namedPayment } from './confirm-page'
import { sentenceOf } from './sentence-of'
import { readShown } from './wanted'
import { moneyWords } from './words'

/**
 * POST /payments/:reference/refund, and so on. What the page showed is done, once; it is written down that somebody asks for
 * it before it is done.
 */
export async function moveMoney(request: UserRequest): Promise<Response> {
  const named = await namedPayment(request)
  if (named instanceof Response) return named
  const { c, host } = request
  const { action, found, money, request: keyed } = named
  const { reference } = found.payment
  const form = new URLSearchParams(await c.req.text())
  const shown = readShown((name) => form.get(name) ?? undefined, named)
  const lead = (done: string) => c.redirect(`${paymentPath(request, reference)}?done=${done}`, 303)
  if (!(await takeOnceKey(keyed, `${action} ${reference}`, form.get('once') ?? ''))) return lead('already')
  if (shown === undefined) {
    const { changed } = moneyWords[request.lang]
    return confirmation(keyed, { ...named, wanted: {}, refused: changed })
  }
  if (shown.reason === '') {
    const { reasonMissing } = moneyWords[request.lang]
    return confirmation(keyed, { ...named, wanted: shown, refused: reasonMissing })
  }
  const isOutside = shown.destination === 'outside'
  const audited = isOutside ? 'marked-refunded' : MONEY_ACTIONS[action].audited
  await audit(request, audited, reference)
  try {
    const result = await carryOut(money, { action, reference, wanted: shown, found })
    if (result.state === 'refused')
      return confirmation(keyed, { ...named, wanted: shown, refused: messageOf(request, result) })
    return lead(result.state === 'done' ? audited : 'pending')
  } catch (error) {
    host.logger.error(`The panel does not know what became of a ${action}`, logError(error))
    return lead('unclear')
  }
}

interface Deed {
  readonly action: MoneyAction
  readonly reference: string
  readonly wanted: PanelRefund
  readonly found: OrderPayment
}

function carryOut(
  money: PanelMoney,
  { action, reference, wanted, found: { facts } }: Deed,
): Promise<MoneyResult> {
  if (action === 'void') return money.void(reference)
  if (action === 'refund') return money.refund(reference, wanted)
  const { amount } = wanted
  const isWhole = amount.minor === facts.price.minor
  return isWhole ? money.capture(reference) : money.capture(reference, amount)
}

const messageOf = ({ lang }: UserRequest, result: MoneyResult): string =>
  sentenceOf(lang, 'message' in result ? result.message : undefined)
