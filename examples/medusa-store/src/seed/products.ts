import {
  PRODUCTS,
  type SeedProduct,
  type SeedVariant,
  type Vat,
} from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import type { MedusaContainer } from '@medusajs/framework/types'
import { createProductsWorkflow } from '@medusajs/medusa/core-flows'
import { pictureUrl } from '../pictures'
import { decimal, hasCurrencyToItself, MARKET_PLACES } from './markets'
import type { Regions } from './regions'

export interface SeededProduct {
  readonly id: string
  readonly vat: Vat
}

interface Belonging {
  readonly salesChannelId: string
  readonly shippingProfileId: string
  readonly regions: Regions
  readonly categories: ReadonlyMap<string, string>
}

/** A product without options still has one in Medusa. */
const SINGLE = { name: { tr: 'Seçenek', en: 'Option' }, options: [{ tr: 'Tek', en: 'Single' }] }

/**
 * One after the other, because Medusa lists products in the order in which they were made. `metadata` of products and
 * variants has the English texts.
 */
export async function seedProducts(
  container: MedusaContainer,
  belonging: Belonging,
): Promise<readonly SeededProduct[]> {
  const seeded: SeededProduct[] = []
  for (const product of PRODUCTS) {
    const { result } = await createProductsWorkflow(container).run({
      input: { products: [productOf(product, belonging)] },
    })
    for (const { id } of result) seeded.push({ id, vat: product.vat })
  }
  return seeded
}

function productOf(product: SeedProduct, belonging: Belonging) {
  const picture = pictureUrl(product.slug)
  return {
    title: product.name.tr,
    handle: product.slug,
    description: product.description.tr,
    status: 'published' as const,
    thumbnail: picture,
    images: [{ url: picture }],
    category_ids: [belonging.categories.get(product.collection) ?? ''],
    shipping_profile_id: belonging.shippingProfileId,
    sales_channels: [{ id: belonging.salesChannelId }],
    metadata: { title_en: product.name.en, description_en: product.description.en },
    options: groupsOf(product).map(({ name, options }) => ({
      title: name.tr,
      values: options.map(({ tr }) => tr),
    })),
    variants: product.variants.map((variant) => variantOf(product, variant, belonging.regions)),
  }
}

const groupsOf = ({ groups }: SeedProduct) => (groups.length > 0 ? groups : [SINGLE])

function variantOf(product: SeedProduct, variant: SeedVariant, regions: Regions) {
  const chosen = groupsOf(product).map((group, index) => ({
    title: group.name.tr,
    value: group.options[variant.options[index] ?? 0] ?? SINGLE.options[0],
  }))
  return {
    title: chosen.map(({ value }) => value?.tr).join(', '),
    sku: variant.sku,
    variant_rank: product.variants.indexOf(variant),
    manage_inventory: true,
    options: Object.fromEntries(chosen.map(({ title, value }) => [title, value?.tr ?? ''])),
    metadata: { title_en: chosen.map(({ value }) => value?.en).join(', ') },
    prices: MARKET_PLACES.map((place) => ({
      currency_code: place.currency,
      amount: decimal(place.market.price({ price: variant.price, vat: product.vat })),
      ...(hasCurrencyToItself(place) ? {} : { rules: { region_id: regions.get(place.market.code) ?? '' } }),
    })),
  }
}
