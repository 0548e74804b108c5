import { soldFor } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import type { CraftgatePluginOptions } from '@craftgate-commerce/medusa'

/** The merchant writes `seller_member_id` beside a product, in Medusa's admin. */
export const sellerFields: NonNullable<CraftgatePluginOptions['sellerFields']> = ['items.product.metadata']

export const sellerOf: NonNullable<CraftgatePluginOptions['sellerOf']> = ({ item, price }) => {
  const { product } = item as { product?: { metadata?: Readonly<Record<string, unknown>> | null } }
  return soldFor(product?.metadata?.seller_member_id, price)
}
