import { ERROR_GROUPS } from '../messages/error-groups'
import type { Localized } from '../messages/localized'

/** What one of Craftgate's error groups means (developer.craftgate.io/error-groups), in our own words. */
export interface ErrorGroupFacts {
  readonly group: string
  /** For the shopper: what to do next. Names no suspicion, whatever the bank suspects. */
  readonly shopper: Localized
  /** For the merchant: what happened and where to look. */
  readonly merchant: Localized
  /** True when the shopper can do something about it: type again, use another card, try later. */
  readonly retryableByShopper: boolean
  /** True when the bank never decided, or decided earlier: the money may have moved, so ask before repeating. */
  readonly uncertain: boolean
}

/** Whatever the shopper does now changes nothing. */
const FINAL: ReadonlySet<string> = new Set([
  'ARCHIVED_PAYMENT',
  'EXPIRED_PROVISION',
  'FRAUD_CHECK_BLOCK',
  'INVALID_IP',
  'INVALID_MERCHANT_OR_SP',
  'INVALID_REFUND_TRANSACTION',
  'NON_REFUNDABLE_PAYMENT',
  'NOT_PERMITTED_TO_TERMINAL',
  'PAYMENT_NOT_FOUND_FOR_REFUND',
  'POS_BALANCE_NOT_SUFFICIENT',
  'REFUND_DECLINE',
  'REQUIRES_DAY_END',
])

/** The bank never decided: the money may have moved. */
const UNDECIDED: ReadonlySet<string> = new Set([
  'COMMUNICATION_OR_SYSTEM_ERROR',
  'ISSUER_OR_SWITCH_INOPERATIVE',
  'NO_RESPONSE',
  'REQUEST_TIMEOUT',
  'TOO_MANY_REQUESTS',
])

/** The bank decided earlier: the money may have moved then, and nothing more may be tried. */
const DECIDED_EARLIER: ReadonlySet<string> = new Set([
  'APPROVED_COMPLETED',
  'MAY_HAVE_ALREADY_REFUNDED',
  'ORDER_ID_ALREADY_USED',
])

/** The documented groups. A group that is new at Craftgate reads like UNKNOWN. */
export function describeErrorGroup(group = 'UNKNOWN'): ErrorGroupFacts {
  const messages = (Object.hasOwn(ERROR_GROUPS, group) && ERROR_GROUPS[group]) || ERROR_GROUPS.UNKNOWN
  return {
    group,
    shopper: messages.shopper,
    merchant: messages.merchant,
    retryableByShopper: !FINAL.has(group) && !DECIDED_EARLIER.has(group),
    uncertain: UNDECIDED.has(group) || DECIDED_EARLIER.has(group),
  }
}
