import { isCurrency } from '@craftgate-commerce/core'
import type { ShopSeed } from '../options/shop-seed'

/** In which every product has a price; the shop's own first. */
export function currenciesOf(seed: ShopSeed): readonly string[] {
  const named = new Set([seed.currency, ...seed.products.flatMap(({ price }) => Object.keys(price))])
  return [...named].filter(
    (currency) => isCurrency(currency) && seed.products.every(({ price }) => price[currency] !== undefined),
  )
}
