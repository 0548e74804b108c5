import type { OrderSnapshot } from '../../basket'
import type { PageOptions } from '../../checkout-options'
import type { Opener } from '../../commerce'
import {
  canTake,
  type DirectStart,
  directStart,
  isMethod,
  type MethodName,
  PAGE_METHODS,
} from '../../methods'
import type { CheckoutRecord } from '../../platform'
import { chosenBefore } from './way-on'

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
}

/**
 * The way to pay that the pay link names, else that of the shop's entry. `not-offered`: the link's is none, is not among
 * those that the shop names, or cannot take this sale; an entry's own is the shop's word.
 */
export function chooseMethod({ record, order, page, opener }: Sale): Choice | 'not-offered' {
  const wanted = opener.method ?? chosenBefore(record)
  if (wanted === undefined) return {}
  if (!isMethod(wanted)) return 'not-offered'
  const offered = order.enabledPaymentMethods ?? page.enabledPaymentMethods
  const isOffered = offered === undefined || offered.includes(wanted) || wanted === chosenBefore(record)
  const takesIt = canTake(wanted, { currency: order.currency, phase: record.phase })
  const direct = directStart(wanted)
  const starts = direct !== undefined || PAGE_METHODS.some((name) => name === wanted)
  return isOffered && takesIt && starts ? { method: wanted, direct } : 'not-offered'
}
