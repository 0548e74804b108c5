import { z } from 'zod'
import { isLender } from '../../engine/loans/lenders'
import type { MethodName } from '../../engine/methods/method'
import { METHODS } from '../../engine/methods/methods'
import { ApiError } from '../../errors/api-error'
import { exponentOf, requireMinor, toText } from '../../money/minor'
import { amount, currency, paymentFacts } from '../fields'

/** The description has checked the name before. */
const lender = z
  .string()
  .refine((name): name is MethodName => name in METHODS && isLender(name as MethodName))

const cartItem = z.object({
  id: z.string().min(1),
  name: z.string().min(1),
  brandName: z.string().optional(),
  type: z.string(),
  unitPrice: amount,
  quantity: z.number().int().positive(),
})

const merchantApmId = z.number().int().optional()
const additionalParams = z.record(z.string(), z.unknown()).default({})

/** developer.craftgate.io/api/bnpl-payments/offers */
export const offerRequest = z.object({
  apmType: lender,
  merchantApmId,
  price: amount,
  currency,
  apmOrderId: z.string().optional(),
  additionalParams,
  items: z.array(cartItem).min(1),
})

/** developer.craftgate.io/api/bnpl-payments/init */
export const initLoan = paymentFacts.extend({
  apmType: lender,
  merchantApmId,
  apmOrderId: z.string().optional(),
  callbackUrl: z.string().optional(),
  bankCode: z.string().optional(),
  additionalParams,
  cartItems: z.array(cartItem).min(1),
})

export type OfferRequest = z.output<typeof offerRequest>
export type InitLoan = z.output<typeof initLoan>

/** "The parts of the cart must sum to `price`" (offers, init): throws a validation error, to the last minor unit. */
export function checkCart(
  items: OfferRequest['items'],
  { price, currency: code }: Pick<OfferRequest, 'price' | 'currency'>,
): void {
  const total = requireMinor('price', price, code)
  const sum = items.reduce(
    (all, { unitPrice, quantity }) => all + requireMinor('unitPrice', unitPrice, code) * quantity,
    0,
  )
  if (sum !== total) throw wrongCart(toText(sum, exponentOf(code)), toText(total, exponentOf(code)))
}

const wrongCart = (sum: string, price: string) =>
  ApiError.invalid('4113', {
    tr: `Kredi sepetinin toplamı (${sum}) ödeme tutarına (${price}) eşit olmalıdır`,
    en: `The cart sums to ${sum}, but the price is ${price}`,
  })
