import { z } from 'zod'
import type { LinkProduct } from '../../engine/links/product'
import { ApiError } from '../../errors/api-error'
import { requireMinor } from '../../money/minor'
import { amount, currency, queryNumber, safeId } from '../fields'
import { decimal, moment, paging } from '../query'

/** developer.craftgate.io/api/payment/payment-by-link-qr-code, and fields that only the clients know. */
export const createProduct = z.object({
  name: z.string().min(1),
  description: z.string().optional(),
  channel: z.string().optional(),
  orderId: z.string().optional(),
  conversationId: safeId.optional(),
  externalId: safeId.optional(),
  price: amount,
  currency,
  stock: z.number().int().positive().optional(),
  multiPayment: z.boolean().optional(),
  enabledInstallments: z.array(z.number().int().min(1).max(12)),
  expiresAt: moment.optional(),
  basketIdentifier: z.string().optional(),
})

export const updateProduct = createProduct.extend({ status: z.enum(['ACTIVE', 'PASSIVE']) })

export const productSearch = z.object({
  ...paging,
  id: queryNumber.optional(),
  name: z.string().optional(),
  orderId: z.string().optional(),
  conversationId: z.string().optional(),
  externalId: z.string().optional(),
  minPrice: decimal.optional(),
  maxPrice: decimal.optional(),
  currency: z.string().optional(),
  channel: z.string().optional(),
  minExpiresAt: moment.optional(),
  maxExpiresAt: moment.optional(),
})

/** What the request says of the product, in minor units. Throws a validation error. */
export function productFacts(
  request: z.output<typeof createProduct>,
): Omit<LinkProduct, 'merchant' | 'id' | 'token' | 'status'> {
  if (request.orderId !== undefined && request.stock !== 1) throw ONE_FOR_AN_ORDER
  return { ...request, price: requireMinor('price', request.price, request.currency) }
}

/** "If an order number is sent, the stock must be 1." */
const ONE_FOR_AN_ORDER = ApiError.invalid('4191', {
  tr: 'Sipariş numarası gönderildiğinde stok 1 olmalıdır',
  en: 'A product with an orderId has a stock of 1',
})
