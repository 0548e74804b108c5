import {
  type CheckoutWish,
  expireCheckout,
  openCheckout,
  pageUrl,
  paymentOf,
  requireCheckout,
} from '../../engine/checkouts/checkouts'
import { localTime } from '../../engine/clock/istanbul'
import { checkSellers } from '../../engine/payments/marketplace'
import type { World } from '../../engine/world'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import type { Merchant } from '../../seed/seed'
import { type Api, data, langOf, nothing } from '../api-context'
import { readPrices } from '../prices'
import { readBody } from '../read'
import { type InitCheckout, initCheckout } from '../requests/checkout-requests'
import { paymentView } from '../views/payment-view'

/** developer.craftgate.io/api/payment/common-payment-page */
export function checkoutRoutes(api: Api, world: World): void {
  api.post('/payment/v1/checkout-payments/init', (c) => {
    const request = readBody(c, initCheckout)
    const checkout = openCheckout(world, wishOf(c.get('merchant'), request), request.ttl)
    return data(c, {
      token: checkout.token,
      pageUrl: pageUrl(world, checkout),
      tokenExpireDate: localTime(checkout.expiresAt),
    })
  })

  api.get('/payment/v1/checkout-payments/:token', (c) => {
    const checkout = requireCheckout(world, c.get('merchant').apiKey, c.req.param('token'))
    return data(c, paymentView(paymentOf(world, checkout), langOf(c)))
  })

  api.delete('/payment/v1/checkout-payments/:token', (c) => {
    expireCheckout(world, requireCheckout(world, c.get('merchant').apiKey, c.req.param('token')))
    return nothing(c)
  })
}

function wishOf(merchant: Merchant, request: InitCheckout): CheckoutWish {
  if (request.depositPayment || request.depositPayments) throw NO_DEPOSITS
  if (request.allowOnlyStoredCards && request.cardUserKey === undefined) throw STORED_CARDS_OF_WHOM
  if (request.allowOnlyStoredCards && request.alwaysStoreCardAfterPayment) throw NOTHING_TO_STORE
  const prices = readPrices(request)
  checkSellers(merchant, request.currency, prices.items)
  const {
    ttl: _ttl,
    items: _items,
    paymentPhase: phase,
    depositPayment: _d,
    depositPayments: _ds,
    enabledPaymentMethods: _methods,
    ...facts
  } = request
  return {
    ...facts,
    ...prices,
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

const totals = (rows: NonNullable<InitCheckout['customInstallments']>, currency: string) =>
  rows.map(({ number, totalPrice }) => ({
    number,
    totalPrice: requireMinor('totalPrice', totalPrice, currency),
  }))

const NO_DEPOSITS = new ApiError(501, '9999', {
  tr: 'Emülatör cüzdana para yüklemeyi henüz oynamıyor',
  en: 'The emulator does not play deposits yet',
})

const NOTHING_TO_STORE = ApiError.invalid('4016', {
  tr: '"allowOnlyStoredCards" ile "alwaysStoreCardAfterPayment" birlikte gönderilemez',
  en: '"allowOnlyStoredCards" and "alwaysStoreCardAfterPayment" cannot go together',
})

const STORED_CARDS_OF_WHOM = ApiError.invalid('4015', {
  tr: '"allowOnlyStoredCards" için "cardUserKey" zorunludur',
  en: '"allowOnlyStoredCards" needs "cardUserKey"',
})
