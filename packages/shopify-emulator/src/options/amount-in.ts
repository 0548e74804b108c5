import type { Prices, ShopSeed } from './shop-seed'

/** The amount that a seed names for this currency; a plain number is in the shop's own currency. */
export function amountIn(
  amount: number | Prices | undefined,
  currency: string,
  shop: ShopSeed,
): number | undefined {
  if (typeof amount !== 'number') return amount?.[currency]
  return currency === shop.currency ? amount : undefined
}
