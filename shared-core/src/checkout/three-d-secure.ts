// Whether a page demands 3D Secure, by the rules of the options.
import type { OrderSnapshot } from '../basket'
import type { Opener } from '../commerce'
import { compare, fromDecimal, money } from '../money'
import type { PageOptions, ThreeDSecureRules } from '../options/checkout-options'
import type { CheckoutRecord } from '../platform'
import { walletFor } from './wallet'

/** Declines after which the portal wants the next payment to be verified. */
const SUSPICIOUS: ReadonlySet<string | undefined> = new Set(['LOST_CARD', 'STOLEN_CARD', 'PICKUP_CARD'])

export const isSuspicious = (group: string | undefined): boolean => SUSPICIOUS.has(group)

type Context = Pick<CheckoutRecord, 'context'>

/** A card was declined as lost or stolen in this attempt, or in one before it. */
export const isSuspected = ({ context }: Context): boolean => context.suspected !== undefined

/** The next attempt is suspected as the earlier one was. */
export const stillSuspected = (context: CheckoutRecord['context'], earlier: Context) =>
  isSuspected(earlier) ? { ...context, suspected: earlier.context.suspected ?? '' } : context

/** The page that is open demands it. */
export const demandsThreeDS = ({ context }: Context): boolean => context.threeDS === 'demanded'

export function withThreeDS(
  context: CheckoutRecord['context'],
  demanded: boolean,
): CheckoutRecord['context'] {
  const { threeDS: _earlier, ...rest } = context
  return demanded ? { ...rest, threeDS: 'demanded' } : rest
}

export interface Verified {
  readonly order: OrderSnapshot
  readonly record: Context
  readonly opener: Opener
}

type Rules = Pick<PageOptions, 'threeDSecure' | 'allowOnlyCreditCard'>

/** Of Craftgate's page, which learns the card later. */
export const mustVerify = ({ threeDSecure = 'never', allowOnlyCreditCard }: Rules, verified: Verified) =>
  demands(threeDSecure, verified, !allowOnlyCreditCard)

/**
 * Of a card that core charges by API: without a rule of the shop's always. A card of which nobody knows whether it is a credit
 * card is taken for none.
 */
export const mustVerifyCard = ({ threeDSecure = 'always' }: Rules, verified: Verified, cardType?: string) =>
  demands(threeDSecure, verified, cardType !== 'CREDIT_CARD')

/** What the buyer ordered before speaks for him alone: whoever else opens his pay link is a stranger. */
function demands(
  threeDSecure: NonNullable<PageOptions['threeDSecure']>,
  { order, record, opener }: Verified,
  mayBeDebit: boolean,
): boolean {
  if (threeDSecure === 'always') return true
  if (threeDSecure === 'never') return false
  const { debitCards, firstOrder, newAddress, lostOrStolen } = threeDSecure
  const known = walletFor(order.buyer, opener) === undefined ? {} : order.buyer
  return (
    (debitCards && mayBeDebit) ||
    (firstOrder && known.isFirstOrder !== false) ||
    (newAddress && known.isNewAddress !== false) ||
    (lostOrStolen && isSuspected(record)) ||
    isAbove(threeDSecure, order)
  )
}

function isAbove({ above = {} }: ThreeDSecureRules, { currency, total }: OrderSnapshot): boolean {
  const limit = above[currency]
  return limit !== undefined && compare(money(total, currency), fromDecimal(limit, currency)) > 0
}
