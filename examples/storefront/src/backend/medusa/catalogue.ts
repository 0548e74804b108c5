// Categories and products: what is asked of Medusa, its answers, and what the pages get.
import type { Collection, Product, ProductCard, Variant } from '../shop-backend'
import { priceOf } from './price'

export const CATEGORY_FIELDS = 'id,name,handle,description,rank'

export const PRODUCT_FIELDS = [
  'handle,title,description,thumbnail',
  'categories.id,categories.name,categories.handle',
  'options.id,options.title,options.values.id,options.values.value',
  'variants.id,variants.title,variants.sku,variants.options.id',
  'variants.manage_inventory,variants.allow_backorder,variants.inventory_quantity',
  '*variants.calculated_price',
].join(',')

export interface MedusaCategory {
  readonly id: string
  readonly name: string
  readonly handle: string
  readonly description: string
}

export interface MedusaProduct {
  readonly handle: string
  readonly title: string
  readonly description: string | null
  readonly thumbnail: string | null
  readonly categories?: readonly Pick<MedusaCategory, 'id' | 'name' | 'handle'>[]
  readonly options: readonly {
    readonly id: string
    readonly title: string
    readonly values: readonly { readonly id: string; readonly value: string }[]
  }[]
  readonly variants: readonly MedusaVariant[]
}

export interface MedusaVariant {
  readonly id: string
  readonly title: string
  readonly sku: string | null
  /** The values that this variant has. */
  readonly options: readonly { readonly id: string }[]
  readonly manage_inventory: boolean
  readonly allow_backorder: boolean
  readonly inventory_quantity?: number
  readonly calculated_price: {
    readonly currency_code: string
    readonly calculated_amount: number
    readonly calculated_amount_with_tax?: number
    readonly is_calculated_price_tax_inclusive: boolean
  }
}

export function toCollection({ handle, name, description }: MedusaCategory): Collection {
  return { slug: handle, name, description }
}

/** Undefined for a product without variants, which nobody can buy. */
export function toCard(product: MedusaProduct): ProductCard | undefined {
  const amounts = product.variants.map(amountOf)
  const [first] = product.variants
  if (!first) return undefined
  const least = Math.min(...amounts)
  return {
    slug: product.handle,
    name: product.title,
    picture: pictureOf(product.thumbnail),
    price: priceOf(least, first.calculated_price.currency_code),
    isFrom: amounts.some((amount) => amount > least),
    inStock: product.variants.some((variant) => stockOf(variant) !== 'out'),
  }
}

export function toProduct(product: MedusaProduct): Product {
  const [category] = product.categories ?? []
  const variants = product.variants.toSorted(byPrice)
  return {
    slug: product.handle,
    name: product.title,
    description: product.description ?? '',
    picture: pictureOf(product.thumbnail),
    collection: category && { slug: category.handle, name: category.name },
    groups: groupsOf(product, variants),
    variants: variants.map((variant) => toVariant(product, variant)),
  }
}

/** Pictures come through our own server, whatever address the shop has. */
export function pictureOf(thumbnail: string | null | undefined): string | undefined {
  if (!thumbnail) return undefined
  return new URL(thumbnail, 'http://shop').pathname.replace(/^\/static\//, '/assets/')
}

/** "Köy Kupası" and "Deniz mavisi" are "Köy Kupası Deniz mavisi"; a product's only variant has the product's name. */
export function nameOf(product: string | null, variant: string | null): string {
  if (!variant || !product || ONLY_VARIANT.test(variant)) return product ?? variant ?? ''
  return variant.startsWith(product) ? variant : `${product} ${variant}`
}

const ONLY_VARIANT = /^(default|default variant|tek)$/i

function toVariant(product: MedusaProduct, variant: MedusaVariant): Variant {
  return {
    id: variant.id,
    name: nameOf(product.title, variant.title),
    sku: variant.sku ?? '',
    price: priceOf(amountOf(variant), variant.calculated_price.currency_code),
    stock: stockOf(variant),
    optionIds: variant.options.map(({ id }) => id),
  }
}

/** Medusa keeps no order of what was made together. The cheapest comes first, and the order is the same every day. */
const byPrice = (a: MedusaVariant, b: MedusaVariant): number =>
  amountOf(a) - amountOf(b) || (a.sku ?? a.id).localeCompare(b.sku ?? b.id)

/** Only options that leave something to choose, their values in the order of the variants. */
function groupsOf({ options }: MedusaProduct, variants: readonly MedusaVariant[]): Product['groups'] {
  const place = (valueId: string) =>
    variants.findIndex((each) => each.options.some(({ id }) => id === valueId))
  return options
    .filter(({ values }) => values.length > 1)
    .toSorted((a, b) => a.title.localeCompare(b.title, 'tr'))
    .map(({ id, title, values }) => ({
      id,
      name: title,
      options: values
        .toSorted((a, b) => place(a.id) - place(b.id))
        .map((each) => ({ id: each.id, name: each.value })),
    }))
}

/** What the shopper pays, tax included. */
function amountOf({ calculated_price: price }: MedusaVariant): number {
  if (price.is_calculated_price_tax_inclusive) return price.calculated_amount
  return price.calculated_amount_with_tax ?? price.calculated_amount
}

const FEW = 3

function stockOf(variant: MedusaVariant): Variant['stock'] {
  const { manage_inventory, allow_backorder, inventory_quantity: left = 0 } = variant
  if (!manage_inventory || allow_backorder) return 'in'
  if (left <= 0) return 'out'
  return left <= FEW ? 'low' : 'in'
}
