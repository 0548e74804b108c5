import { z } from 'zod'
import type { CheckoutInput } from '../../engine/checkouts/checkout'
import type { SandboxContext } from '../../engine/context'
import { requireBuyerWallet } from '../../engine/deposits/deposit'
import { PAGE_METHOD_NAMES } from '../../engine/methods/methods'
import { checkSellers } from '../../engine/payments/marketplace'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import type { Merchant } from '../../seed/seed'
import { amount, httpUrl, item, paymentFacts } from '../fields'
import { readPrices } from '../payments/prices'

const customInstallment = z.object({ number: z.number().int().min(1).max(12), totalPrice: amount })
const flag = z.boolean().default(false)

/** developer.craftgate.io/api/payment/common-payment-page */
export const initCheckout = paymentFacts.extend({
  /** A page that loads a wallet needs none, and shows none. */
  items: z.array(item).default([]),
  orderId: z.string().optional(),
  /** The clients' name for it. */
  bankOrderId: z.string().optional(),
  callbackUrl: httpUrl,
  merchantWebhookUrl: httpUrl.optional(),
  cardUserKey: z.string().optional(),
  enabledInstallments: z.array(z.number().int().min(1).max(12)).optional(),
  customInstallments: z.array(customInstallment).optional(),
  cardBrandInstallments: z.record(z.string(), z.array(customInstallment)).optional(),
  returnBackUrl: httpUrl.optional(),
  retry: z.boolean().optional(),
  useTopRedirection: z.boolean().optional(),
  masterpassGsmNumber: z.string().optional(),
  apmUserIdentity: z.union([z.string(), z.number()]).optional(),
  additionalParams: z.record(z.string(), z.unknown()).optional(),
  enabledPaymentMethods: z.array(z.enum(PAGE_METHOD_NAMES)).optional(),
  allowOnlyCreditCard: flag,
  allowOnlyStoredCards: flag,
  allowInstallmentOnlyCommercialCards: flag,
  alwaysStoreCardAfterPayment: flag,
  allowDeleteStoredCard: flag,
  disableStoreCard: flag,
  guestCheckout: flag,
  forceThreeDS: flag,
  forceAuthForNonCreditCards: flag,
  depositPayment: flag,
  depositPayments: flag,
  /** Minutes. */
  ttl: z.number().int().positive().optional(),
})

type InitCheckout = z.output<typeof initCheckout>

/** Reads what a page is opened with. Throws a validation error for wrong amounts, sellers and switches. */
export function checkoutInput(ctx: SandboxContext, merchant: Merchant, request: InitCheckout): CheckoutInput {
  const deposit = request.depositPayment || request.depositPayments
  if (deposit) requireBuyerWallet(ctx, merchant, request)
  if (request.allowOnlyStoredCards && request.cardUserKey === undefined) throw STORED_CARDS_OF_WHOM
  if (request.allowOnlyStoredCards && request.alwaysStoreCardAfterPayment) throw NOTHING_TO_STORE
  const prices = deposit ? depositPrices(request) : readPrices(request)
  checkSellers(ctx, merchant, { currency: request.currency, items: prices.items })
  const {
    ttl: _ttl,
    items: _items,
    paymentPhase: phase,
    depositPayment: _d,
    depositPayments: _ds,
    routingOptions: routing,
    bankOrderId,
    orderId = bankOrderId,
    ...facts
  } = request
  return {
    ...facts,
    ...prices,
    orderId,
    routing,
    deposit,
    merchant: merchant.apiKey,
    phase,
    paymentGroup: request.paymentGroup ?? 'PRODUCT',
    customInstallments: request.customInstallments && totals(request.customInstallments, request.currency),
    cardBrandInstallments:
      request.cardBrandInstallments &&
      Object.fromEntries(
        Object.entries(request.cardBrandInstallments).map(([brand, rows]) => [
          brand,
          totals(rows, request.currency),
        ]),
      ),
  }
}

const depositPrices = ({ price, paidPrice, currency }: InitCheckout) => ({
  price: requireMinor('price', price, currency),
  paidPrice: requireMinor('paidPrice', paidPrice, currency),
  items: [],
})

const totals = (rows: NonNullable<InitCheckout['customInstallments']>, currency: string) =>
  rows.map(({ number, totalPrice }) => ({
    number,
    totalPrice: requireMinor('totalPrice', totalPrice, currency),
  }))

const NOTHING_TO_STORE = ApiError.invalid('4016', {
  tr: '"allowOnlyStoredCards" ile "alwaysStoreCardAfterPayment" birlikte gönderilemez',
  en: '"allowOnlyStoredCards" and "alwaysStoreCardAfterPayment" cannot go together',
})

const STORED_CARDS_OF_WHOM = ApiError.invalid('4015', {
  tr: '"allowOnlyStoredCards" için "cardUserKey" zorunludur',
  en: '"allowOnlyStoredCards" needs "cardUserKey"',
})
