import { z } from 'zod'
import { presentCard } from '../../engine/cards/present-card'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import type { CardDeposit } from '../../engine/deposits/card-deposit'
import { payToCard } from '../../engine/deposits/deposit-to-card'
import { requireMinor, toNumber } from '../../money/minor'
import { type Api, data } from '../api-context'
import { amount, currency } from '../fields'
import { card } from '../payments/payment-requests'
import { readBody } from '../read'

/** Money that the merchant pays out to a card. No page of the portal describes it: its fields are the Java client's. */
export function depositToCardRoutes(api: Api, ctx: SandboxContext): void {
  api.post('/payment/v1/card-payments/deposit-to-card', (c) => {
    const request = readBody(c, depositToCard)
    const { price, currency: code, description, orderId } = request
    const asked = { currency: code, price: requireMinor('price', price, code), description, orderId }
    const merchant = c.get('merchant').apiKey
    const presented = presentCard(ctx, merchant, request.card)
    return data(c, depositToCardView(payToCard(ctx, { merchant, ...asked }, presented)))
  })
}

const depositToCard = z.object({
  price: amount,
  currency,
  description: z.string().optional(),
  orderId: z.string().optional(),
  card,
})

const depositToCardView = ({ id, createdAt, price, currency: code, ...deposit }: CardDeposit) => ({
  id,
  createdDate: localTime(createdAt),
  price: toNumber(price, code),
  currency: code,
  paymentStatus: 'SUCCESS',
  referenceId: deposit.referenceId,
  description: deposit.description,
  orderId: deposit.orderId,
})
