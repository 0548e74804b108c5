import { merchantOf, type SandboxContext } from '../context'
import type { Method, Need, PageMethodName } from '../methods/method'
import { PAGE_METHOD_NAMES } from '../methods/methods'
import { PAGE_METHODS } from '../methods/page-methods'
import { takesPayments } from '../pos/merchant-pos'
import type { Checkout } from './checkout'

/**
 * The tabs of a hosted page: what is enabled and open for the merchant, takes the currency, and got what it needs. "When
 * it is not sent, the Masterpass tab is not shown" (developer.craftgate.io/api/payment/common-payment-page); we read it
 * for every need. A page for a pre-authorization offers only what can be captured later, as nothing else would keep the
 * merchant from taking the money at once (our assumption; the portal is silent).
 */
export function offeredMethods(ctx: SandboxContext, checkout: Checkout): readonly PageMethodName[] {
  const open = merchantOf(ctx, checkout.merchant).paymentMethods
  const enabled = checkout.enabledPaymentMethods ?? open
  return PAGE_METHOD_NAMES.filter(
    (name) => open.includes(name) && enabled.includes(name) && suits(ctx, checkout, PAGE_METHODS[name]),
  )
}

function suits(ctx: SandboxContext, checkout: Checkout, method: Method): boolean {
  if (checkout.phase === 'PRE_AUTH' && !method.preAuth) return false
  return takesCurrency(ctx, checkout, method) && method.needs.every((need) => isMet(need, checkout))
}

function takesCurrency(ctx: SandboxContext, checkout: Checkout, { currencies, page }: Method): boolean {
  if (currencies !== 'pos') return currencies.includes(checkout.currency)
  // The card form says itself when no POS takes the card.
  if (page === 'card-form') return true
  return merchantOf(ctx, checkout.merchant).poses.some(
    (pos) => pos.currencies.includes(checkout.currency) && takesPayments(pos, undefined),
  )
}

function isMet(need: Need, { masterpassGsmNumber, apmUserIdentity, additionalParams }: Checkout): boolean {
  switch (need) {
    case 'masterpassGsmNumber':
      return /^90\d{10}$/.test(masterpassGsmNumber ?? '')
    case 'apmUserIdentity':
      return String(apmUserIdentity ?? '') !== ''
    case 'additionalParams.klarna':
      return isKlarna(additionalParams?.klarna)
  }
}

const isKlarna = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  'country' in value &&
  'locale' in value &&
  [value.country, value.locale].every((part) => typeof part === 'string' && part !== '')
