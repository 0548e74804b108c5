import { z } from 'zod'
import { verifyCard } from '../../engine/card-verification/verify-card'
import { presentCard } from '../../engine/cards/present-card'
import { openCheckout, requireCardVerification, savedCardOf } from '../../engine/checkouts/find-checkout'
import type { SandboxContext } from '../../engine/context'
import { refusedError } from '../../engine/threeds/start'
import { requireMinor } from '../../money/minor'
import { type Api, data } from '../api-context'
import { openedPage } from '../checkouts/opened-page'
import { currency, httpUrl, safeId } from '../fields'
import { playedCard, typedCard } from '../payments/payment-requests'
import { threeDSEntry } from '../payments/three-ds-entry'
import { readBody } from '../read'
import { storedCardView } from './card-view'

/** Saving a card without a sale; the portal has no page on it, the fields are the official clients'. */
export function cardVerificationRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/cards/verify', (c) => {
    const { card, ...request } = readBody(c, verify)
    const merchant = c.get('merchant')
    const presented = presentCard(ctx, merchant.apiKey, { ...card, storeCardAfterSuccessPayment: true })
    const result = verifyCard(ctx, { ...request, ...facts(request), merchant }, presented)
    if (result.kind === 'refused') throw refusedError(result.error)
    if (result.kind === 'threeDS') {
      const entry = threeDSEntry(ctx, result.session.id)
      const merchantCallbackUrl = request.callbackUrl
      return data(c, { ...entry, merchantCallbackUrl, cardVerifyStatus: 'THREE_DS_PENDING' })
    }
    const { cardUserKey, cardToken } = result.card
    const { refundStatus } = result
    return data(c, { cardUserKey, cardToken, refundStatus, cardVerifyStatus: 'SUCCESS' })
  })

  api.post('/payment/v1/checkout-card-verify/init', (c) => {
    const request = readBody(c, initPage)
    const { price, type } = facts(request)
    const input = { ...PAGE, ...request, merchant: c.get('merchant').apiKey, price, paidPrice: price }
    const checkout = openCheckout(ctx, { ...input, cardVerification: type }, request.ttl)
    return data(c, openedPage(ctx, checkout))
  })

  api.get('/payment/v1/checkout-card-verify/:token', (c) => {
    const checkout = requireCardVerification(ctx, c.get('merchant').apiKey, c.req.param('token'))
    const card = savedCardOf(ctx, checkout)
    return data(c, { token: checkout.token, card: card && storedCardView(card, ctx.clock.now()) })
  })
}

const common = z.object({
  verificationPrice: z.number().nonnegative().default(0),
  currency,
  conversationId: safeId.optional(),
  paymentAuthenticationType: z.enum(['NON_THREE_DS', 'THREE_DS', 'NONE']),
})
type Common = z.output<typeof common>

const hasPrice = ({ paymentAuthenticationType, verificationPrice }: Common) =>
  paymentAuthenticationType === 'NONE' || verificationPrice > 0
const NO_PRICE = { path: ['verificationPrice'], message: 'must be above zero' }

const verify = common
  .extend({
    card: playedCard(typedCard),
    clientIp: z.string().optional(),
    callbackUrl: httpUrl.optional(),
  })
  .refine(hasPrice, NO_PRICE)
  .refine(
    ({ paymentAuthenticationType, callbackUrl }) =>
      paymentAuthenticationType !== 'THREE_DS' || callbackUrl !== undefined,
    { path: ['callbackUrl'], message: 'is where the bank leads back to' },
  )

const initPage = common
  .extend({
    callbackUrl: httpUrl,
    cardUserKey: z.string().optional(),
    /** Minutes. */
    ttl: z.number().int().positive().optional(),
  })
  .refine(hasPrice, NO_PRICE)

const facts = (request: Common) => ({
  type: request.paymentAuthenticationType,
  price: requireMinor('verificationPrice', request.verificationPrice, request.currency),
})

/** What a payment page would let the shopper choose. */
const PAGE = {
  phase: 'AUTH',
  paymentGroup: 'PRODUCT',
  items: [],
  allowOnlyCreditCard: false,
  allowOnlyStoredCards: false,
  allowInstallmentOnlyCommercialCards: false,
  alwaysStoreCardAfterPayment: true,
  forceThreeDS: false,
  forceAuthForNonCreditCards: false,
} as const
