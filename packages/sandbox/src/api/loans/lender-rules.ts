import type { SandboxContext } from '../../engine/context'
import { financeBank } from '../../engine/loans/finance-banks'
import type { LoanOffer } from '../../engine/loans/loan'
import { findOffer, findPreApproved, isOfferOver } from '../../engine/loans/loan-offers'
import { isTerm } from '../../engine/loans/loan-plans'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import {
  type BuyerField,
  fingateOf,
  missing,
  namesBuyer,
  notTogether,
  numberOf,
  type Params,
  PERSON,
  requireBuyer,
} from './buyer-params'
import type { InitLoan } from './loan-requests'

/** What an application fixes before the shopper sees the lender. */
export interface Application {
  readonly bankCode?: string
  readonly term?: number
}

/**
 * What each lender's page of the portal demands of an application. Tom Finance's calls `channelId` required; the
 * official sample leaves it out, so it may be.
 */
const BUYER: Partial<Record<InitLoan['apmType'], readonly BuyerField[]>> = {
  HASO: PERSON,
  ZIP: ['buyerEmail', 'buyerPhoneNumber'],
  TOM_FINANCE: ['buyerPhoneNumber', 'buyerName'],
  PAYCELL: PERSON,
}

/** "`id` is the product's code and `brandName` its category's" (haso, paycell, tomfinance). */
const NEEDS_BRAND: readonly InitLoan['apmType'][] = ['HASO', 'PAYCELL', 'TOM_FINANCE']

/** Checks an application by its lender's rule. Throws a validation error. */
export function readApplication(ctx: SandboxContext, merchant: string, request: InitLoan): Application {
  const { apmType: lender, additionalParams: params, cartItems } = request
  requireBuyer(params, BUYER[lender] ?? [])
  if (NEEDS_BRAND.includes(lender) && cartItems.some(({ brandName = '' }) => brandName.trim() === ''))
    throw NO_BRAND
  const offer = request.apmOrderId === undefined ? undefined : findOffer(ctx, merchant, request.apmOrderId)
  if (offer) checkOffer(ctx, offer, request)
  if (lender === 'PAYCELL') return { term: requireTerm(params.term, 'term') }
  return lender === 'MASLAK' ? finGate(ctx, merchant, request) : {}
}

/**
 * FinGate: on its own page the shopper says everything himself; a direct application names the bank, and the buyer with
 * the term. A merchant of commercial loans sends no buyer; the emulator knows no such setting, so a direct application
 * without a buyer is one (as the official sample is).
 */
function finGate(ctx: SandboxContext, merchant: string, request: InitLoan): Application {
  const { bankCode, additionalParams: params } = request
  const { isHostedPage, totalTerm, preApprovedApplicationId } = fingateOf(params)
  if (isHostedPage === true) {
    refuseSent({ bankCode, totalTerm, preApprovedApplicationId, ...person(params) })
    return {}
  }
  if (bankCode === undefined || !financeBank(bankCode)) throw NO_SUCH_BANK
  if (namesBuyer(params)) requireBuyer(params, PERSON)
  const isTermNeeded = namesBuyer(params) || totalTerm !== undefined
  const term = isTermNeeded ? requireTerm(totalTerm, 'fingate.totalTerm') : undefined
  if (preApprovedApplicationId !== undefined) {
    const applicationId = String(preApprovedApplicationId)
    const offer = findPreApproved(ctx, merchant, { bankCode, applicationId })
    if (!offer) throw NOT_PRE_APPROVED
    checkOffer(ctx, offer, request)
  }
  return { bankCode, term }
}

const person = (params: Params) => Object.fromEntries(PERSON.map((field) => [field, params[field]]))

function refuseSent(fields: Params): void {
  for (const [field, value] of Object.entries(fields)) if (value !== undefined) throw notTogether(field)
}

function requireTerm(value: unknown, field: string): number {
  const term = numberOf(value)
  if (term === undefined || !isTerm(term)) throw missing(field)
  return term
}

/** An offer holds for its lender, its amount and its time; the portal names no such rule, it is our reading. */
function checkOffer(
  ctx: SandboxContext,
  offer: LoanOffer,
  { apmType, price, currency }: Pick<InitLoan, 'apmType' | 'price' | 'currency'>,
): void {
  if (isOfferOver(ctx, offer)) throw OFFER_OVER
  const isSame = offer.lender === apmType && offer.currency === currency
  if (!isSame || offer.price !== requireMinor('price', price, currency)) throw OTHER_OFFER
}

const NO_BRAND = ApiError.invalid('4115', {
  tr: 'Kredi sepetindeki her üründe "brandName" zorunludur',
  en: 'Every item of the cart needs "brandName" for this apmType',
})

const NO_SUCH_BANK = ApiError.invalid('4116', {
  tr: '"bankCode" zorunlu ya da geçersiz',
  en: '"bankCode" is missing, or no bank of the lender has it',
})

const NOT_PRE_APPROVED = ApiError.invalid('4117', {
  tr: 'Ön onaylı kredi başvurusu bulunamadı',
  en: 'There is no such pre-approved application at this bank',
})

const OFFER_OVER = ApiError.invalid('4118', {
  tr: 'Ödeme planı teklifinin süresi dolmuş',
  en: 'The offer has expired',
})

const OTHER_OFFER = ApiError.invalid('4119', {
  tr: 'Ödeme planı teklifi bu sağlayıcı, tutar ya da para birimi için değil',
  en: 'The offer was made for another lender, amount or currency',
})
