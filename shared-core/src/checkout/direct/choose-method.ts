import type { OrderSnapshot } from '../../basket'
import type { PageOptions } from '../../checkout-options'
import type { Opener } from '../../commerce'
import { canTake, type DirectStart, directStart, isStartable, type MethodName } from '../../methods'
import type { CheckoutRecord } from '../../platform'

/** How an attempt is opened. Without a method: on the hosted page, which offers what the shop offers. */
export interface Choice {
  readonly method?: MethodName
  /** Absent where the hosted page is opened, for this method alone. */
  readonly direct?: DirectStart
}

interface Sale {
  readonly record: CheckoutRecord
  readonly order: OrderSnapshot
  readonly page: PageOptions
  readonly opener: Opener
  /** The shop's own word: its entry's method, else that of its options. */
  readonly usual: MethodName | undefined
  readonly cardEntry: 'hosted' | 'server'
}

/**
 * The way to pay that the pay link names, else the usual one. `not-offered`: the link's is none, is not among those that the
 * shop names, or cannot take this sale.
 */
export function chooseMethod({
  record,
  order,
  page,
  opener,
  usual,
  cardEntry,
}: Sale): Choice | 'not-offered' {
  const wanted = opener.method ?? usual
  if (wanted === undefined) return {}
  if (!isStartable(wanted)) return 'not-offered'
  const offered = order.enabledPaymentMethods ?? page.enabledPaymentMethods
  // A stored card is a card, and no tab of its own.
  const named = wanted === 'STORED_CARD' ? 'CARD' : wanted
  const isOffered = offered === undefined || offered.includes(named) || wanted === usual
  const takesIt = canTake(wanted, { currency: order.currency, phase: record.phase })
  if (!isOffered || !takesIt) return 'not-offered'
  const isTypedElsewhere = wanted === 'CARD' && (cardEntry === 'hosted' || page.allowOnlyStoredCards)
  return { method: wanted, direct: isTypedElsewhere ? undefined : directStart(wanted) }
}
