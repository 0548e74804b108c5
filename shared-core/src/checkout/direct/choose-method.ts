import type { OrderSnapshot } from '../../basket'
import type { PageOptions } from '../../checkout-options'
import type { Opener } from '../../commerce'
import { canTake, type DirectStart, directStart, isStartable, type MethodName } from '../../methods'
import type { MerchantOptions } from '../../options'
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
  readonly merchant: MerchantOptions
}

/**
 * The way to pay that the pay link names, else the usual one. `not-offered`: the link's is none, is not among those that the
 * shop names, or cannot take this sale.
 */
export function chooseMethod(sale: Sale): Choice | 'not-offered' {
  const { record, order, page, opener, usual } = sale
  const wanted = opener.method ?? usual
  if (wanted === undefined) return {}
  if (!isStartable(wanted)) return 'not-offered'
  const offered = order.enabledPaymentMethods ?? page.enabledPaymentMethods
  // A stored card is a card, and no tab of its own.
  const named = wanted === 'STORED_CARD' ? 'CARD' : wanted
  const isOffered = offered === undefined || offered.includes(named) || wanted === usual
  const takesIt = canTake(wanted, { currency: order.currency, phase: record.phase })
  return isOffered && takesIt ? { method: wanted, direct: startOf(wanted, sale) } : 'not-offered'
}

/** What runs a script of the provider's is started by API where the merchant has its options, and its phase is a sale. */
function startOf(wanted: MethodName, { merchant, record, opener }: Sale): DirectStart | undefined {
  const start = directStart(wanted)
  const key = start && SCRIPT_OPTIONS[start.family]
  if (key === undefined) return start
  const isPossible = merchant[key] !== undefined && !opener.wantsPage && record.phase === 'AUTH'
  return isPossible ? start : undefined
}

/** Which options of a merchant the ways to pay of this family need. */
const SCRIPT_OPTIONS: Readonly<Partial<Record<DirectStart['family'], keyof MerchantOptions>>> = {
  'google-pay': 'googlePay',
  'apple-pay': 'applePay',
}
