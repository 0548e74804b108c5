import type { ShippingOption } from '../shop-backend'
import { priceOf } from './price'

export interface MedusaShippingOption {
  readonly id: string
  readonly name: string
  readonly amount: number | null
  readonly type?: { readonly description?: string | null } | null
  readonly insufficient_inventory?: boolean
}

/** Those that the shop can send this cart by, the cheapest first. */
export function toShippingOptions(
  options: readonly MedusaShippingOption[],
  currency: string,
): readonly ShippingOption[] {
  return options
    .filter(({ amount, insufficient_inventory }) => amount !== null && !insufficient_inventory)
    .toSorted((a, b) => (a.amount ?? 0) - (b.amount ?? 0))
    .map(({ id, name, amount, type }) => ({
      id,
      name,
      description: type?.description ?? '',
      price: priceOf(amount ?? 0, currency),
    }))
}
