import type { SubjectPrice } from '@craftgate-commerce/core/adapter'
import { type PriceSubject, StorefrontError, type StorefrontShop } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { craftgateIn } from '../app-container'
import { shopperPayment } from '../views'
import { merchantOfRegion } from './merchant-of-region'
import { ShopPrices } from './shop-prices'

/** This shop as a storefront sees it that has a publishable key of these sales channels. */
export function storefrontShop(scope: MedusaContainer, channels: readonly string[]): StorefrontShop {
  const { commerce, options } = craftgateIn(scope)
  const prices = new ShopPrices(scope)
  const priced = (subject: PriceSubject, region: string | null) => {
    if (subject.kind === 'cart') return prices.ofCart(subject.id)
    if (subject.kind === 'variant' && region !== null) return prices.ofVariant(subject.id, region, channels)
    throw new StorefrontError('bad-subject')
  }
  return {
    commerce,
    async price(subject, query): Promise<SubjectPrice> {
      const { price, regionId } = await priced(subject, query.get('region'))
      const provider = query.get('provider') ?? undefined
      return { merchant: await merchantOfRegion(scope, options, { regionId, provider }), price, exact: true }
    },
    payment: (reference, query) =>
      shopperPayment(scope, { reference, known: [query.get('cart'), query.get('order')] }),
  }
}
