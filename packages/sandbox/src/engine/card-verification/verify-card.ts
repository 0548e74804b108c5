import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { Merchant } from '../../seed/seed'
import { storeCard } from '../cards/card-storage'
import type { PresentedCard } from '../cards/present-card'
import type { SandboxContext } from '../context'
import type { Charge } from '../payments/charge'
import { pay } from '../payments/pay'
import type { Failure } from '../payments/payment'
import type { RefundStatus } from '../refunds/refund'
import { returnVerificationPrice } from '../refunds/return-verification-price'
import type { ThreeDSession } from '../threeds/session'
import { startThreeDS } from '../threeds/start'

export interface CardVerification {
  readonly merchant: Merchant
  readonly type: 'NON_THREE_DS' | 'THREE_DS' | 'NONE'
  /** Minor units. */
  readonly price: number
  readonly currency: string
  readonly conversationId?: string
  readonly clientIp?: string
  /** Where the bank's page leads back to, in the API's flow. */
  readonly callbackUrl?: string
  readonly checkoutToken?: string
}

export type Verified =
  | { readonly kind: 'saved'; readonly card: CardKeys; readonly refundStatus?: RefundStatus }
  | { readonly kind: 'threeDS'; readonly session: ThreeDSession }
  | { readonly kind: 'refused'; readonly error: Failure }

interface CardKeys {
  readonly cardUserKey?: string
  readonly cardToken?: string
}

/**
 * Keeps a card without a sale. The portal has no page on it; in our reading the bank is asked by a payment of the
 * verification price, with or without 3D Secure, which goes back at once; NONE keeps the card without asking. No
 * webhook tells of either, and the payment stands in the reports as every other.
 */
export function verifyCard(ctx: SandboxContext, asked: CardVerification, card: PresentedCard): Verified {
  if (asked.type === 'NONE') return { kind: 'saved', card: keepUnasked(ctx, asked, card) }
  const charge = chargeOf(asked)
  if (asked.type === 'THREE_DS') {
    const started = startThreeDS(ctx, charge, card, { callbackUrl: asked.callbackUrl, callbackVersion: 1 })
    return 'refused' in started
      ? { kind: 'refused', error: started.refused }
      : { kind: 'threeDS', session: started.session }
  }
  const payment = pay(ctx, charge, card)
  if (payment.status !== 'SUCCESS')
    return { kind: 'refused', error: payment.error ?? paymentError('NO_RESPONSE') }
  return { kind: 'saved', card: payment.card ?? {}, refundStatus: returnVerificationPrice(ctx, payment) }
}

function keepUnasked(ctx: SandboxContext, { merchant }: CardVerification, card: PresentedCard): CardKeys {
  const { known, bin, facts } = card
  if (!known) throw ApiError.payment(paymentError(bin ? 'INVALID_CARD_NUMBER' : 'BIN_NOT_FOUND'))
  const { holder, alias, cardUserKey, expireYear, expireMonth } = facts
  return storeCard(ctx, merchant.apiKey, { known, holder, alias, cardUserKey, expireYear, expireMonth })
}

const chargeOf = ({ type, price, ...asked }: CardVerification): Charge => ({
  ...asked,
  price,
  paidPrice: price,
  installment: 1,
  phase: 'AUTH',
  items: [{ name: 'Kart doğrulama', price }],
  source: asked.checkoutToken === undefined ? 'API' : 'CHECKOUT_FORM',
  threeDS: type === 'THREE_DS',
  cardVerification: true,
})
