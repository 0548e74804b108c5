import type { OrderSnapshot } from '../basket'
import type { ClientInfo, SettleResult, StartResult } from '../commerce'
import { logError } from '../log-error'
import { money } from '../money'
import type { CheckoutRecord } from '../platform'
import { insertAttempt, sameMoney } from './attempt'
import type { CheckoutParts } from './checkout-parts'
import { expireCheckout } from './expire'
import { openPage } from './open-page'
import { isOver } from './resolve'
import { settleCheckout } from './settle'
import { untilSettled } from './until-settled'

type Step = Promise<StartResult | 'conflict'>

/**
 * The shopper opens the pay link. The page is started now, not when the link was made: only now the order is known to
 * the last minute, and the shopper's address with it. A second visit gets the same page while it lives and the total
 * is unchanged; a dead or outdated page is replaced by the next attempt; what is paid already leads back to the shop.
 * Throws CraftgateError, and what the shop throws when it cannot read the order.
 */
export function startCheckout(
  parts: CheckoutParts,
  knocked: CheckoutRecord,
  peer: ClientInfo = {},
): Promise<StartResult> {
  return untilSettled(async () => {
    const newest = await parts.platform.findCheckout({ reference: knocked.reference })
    return visit(parts, newest ?? knocked, peer)
  })
}

async function visit(parts: CheckoutParts, record: CheckoutRecord, peer: ClientInfo): Step {
  switch (record.state) {
    case 'created':
    case 'open':
    case 'expired':
    case 'refunded':
      return pay(parts, record, peer)
    default:
      return { kind: 'finished', settled: await settledOrPending(parts, record, settleCheckout) }
  }
}

async function pay(parts: CheckoutParts, record: CheckoutRecord, peer: ClientInfo): Step {
  const order = await parts.platform.readOrder(record)
  if (order.total <= 0)
    return { kind: 'finished', settled: await settledOrPending(parts, record, expireCheckout) }
  if (record.state === 'created') return openPage(parts, { record, order, peer })
  if (record.state === 'open') return revisit(parts, record, order)
  return nextAttempt(parts, record, order)
}

async function revisit(parts: CheckoutParts, record: CheckoutRecord, order: OrderSnapshot): Step {
  const unchanged = sameMoney(record.expected, totalOf(order)) && !isOver(record, parts.clock())
  if (unchanged && record.pageUrl !== undefined) {
    return { kind: 'page', pageUrl: record.pageUrl, locale: order.locale }
  }
  const settled = await expireCheckout(parts, record)
  const payable: readonly string[] = ['expired', 'refunded', 'open']
  if (!payable.includes(settled.record.state)) return { kind: 'finished', settled }
  return nextAttempt(parts, settled.record, order)
}

/** Inserts the attempt and lets the loop find it: whoever inserted it first, it is the same one. */
async function nextAttempt(parts: CheckoutParts, record: CheckoutRecord, order: OrderSnapshot) {
  const { account, context, phase, reference, attempt } = record
  const terms = { account, order: record.order, context, phase, expected: totalOf(order) }
  await insertAttempt(parts, { terms, reference, attempt: attempt + 1 })
  return 'conflict' as const
}

const totalOf = (order: OrderSnapshot) => money(order.total, order.currency)

/** The way back to the shop needs no Craftgate: when it cannot be asked, the outcome is simply not known yet. */
async function settledOrPending(
  parts: CheckoutParts,
  record: CheckoutRecord,
  ask: typeof settleCheckout,
): Promise<SettleResult> {
  try {
    return await ask(parts, record)
  } catch (error) {
    parts.logger.warn('The outcome of a checkout is not known yet', {
      checkout: record.id,
      error: logError(error),
    })
    return { record, outcome: { kind: 'pending' } }
  }
}
