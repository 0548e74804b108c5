import { Readable } from 'node:stream'
import {
  AssetService,
  FacetService,
  FacetValueService,
  type ID,
  ProductOptionGroupService,
  ProductOptionService,
  ProductService,
  ProductVariantService,
} from '@vendure/core'
import {
  COLLECTIONS,
  type CollectionSlug,
  inKurus,
  PRODUCTS,
  type Priced,
  picture,
  type SeedProduct,
  type SeedVariant,
} from '../zerdali'
import type { Foundation } from './foundation'
import type { Seeding } from './seeding'
import { named, translations } from './translate'

export interface SeededVariant extends Priced {
  readonly id: ID
}

export interface SeededCatalogue {
  readonly products: readonly ID[]
  readonly variants: readonly SeededVariant[]
  readonly facet: ID
  readonly facetValues: ReadonlyMap<CollectionSlug, ID>
}

export async function seedProducts(seeding: Seeding, foundation: Foundation): Promise<SeededCatalogue> {
  const { facet, facetValues } = await seedFacet(seeding)
  const products: ID[] = []
  const variants: SeededVariant[] = []
  for (const product of PRODUCTS) {
    const seeded = await seedProduct(seeding, product, {
      facetValueId: required(facetValues.get(product.collection)),
      taxCategoryId: required(foundation.taxCategories.get(product.vat)),
    })
    products.push(seeded.id)
    variants.push(...seeded.variants)
  }
  return { products, variants, facet, facetValues }
}

async function seedFacet({ services, ctx }: Seeding) {
  const facet = await services.get(FacetService).create(ctx, {
    code: 'kategori',
    isPrivate: false,
    translations: named({ tr: 'Kategori', en: 'Category' }),
  })
  const facetValues = new Map<CollectionSlug, ID>()
  for (const { slug, name } of COLLECTIONS) {
    const value = await services
      .get(FacetValueService)
      .create(ctx, facet, { code: slug, translations: named(name) })
    facetValues.set(slug, value.id)
  }
  return { facet: facet.id, facetValues }
}

interface Belonging {
  readonly facetValueId: ID
  readonly taxCategoryId: ID
}

async function seedProduct(seeding: Seeding, product: SeedProduct, belonging: Belonging) {
  const { services, ctx } = seeding
  const assetId = await seedPicture(seeding, product)
  const created = await services.get(ProductService).create(ctx, {
    enabled: true,
    featuredAssetId: assetId,
    assetIds: [assetId],
    facetValueIds: [belonging.facetValueId],
    translations: translations({
      tr: { name: product.name.tr, slug: product.slug, description: product.description.tr },
      en: { name: product.name.en, slug: product.slug, description: product.description.en },
    }),
  })
  const options = await seedOptions(seeding, product, created.id)
  const rows = await services.get(ProductVariantService).create(
    ctx,
    product.variants.map((variant) => ({
      productId: created.id,
      sku: variant.sku,
      price: inKurus(variant.price),
      stockOnHand: variant.stock,
      taxCategoryId: belonging.taxCategoryId,
      optionIds: variant.options.map((option, group) => required(options[group]?.[option])),
      translations: named(variantName(product, variant)),
    })),
  )
  const variants = product.variants.map((variant, i) => ({
    id: required(rows[i]).id,
    price: variant.price,
    vat: product.vat,
  }))
  return { id: created.id, variants }
}

async function seedPicture({ services, ctx }: Seeding, product: SeedProduct): Promise<ID> {
  const stream = Readable.from([await picture(product.picture)])
  const asset = await services.get(AssetService).createFromFileStream(stream, `${product.slug}.jpg`, ctx)
  if ('errorCode' in asset) throw new Error(`Picture of ${product.slug}: ${asset.message}`)
  return asset.id
}

/** Ids of the options, by group and position. */
async function seedOptions({ services, ctx }: Seeding, product: SeedProduct, productId: ID): Promise<ID[][]> {
  const groups: ID[][] = []
  for (const [index, group] of product.groups.entries()) {
    const code = `${product.slug}-${index + 1}`
    const created = await services
      .get(ProductOptionGroupService)
      .create(ctx, { code, translations: named(group.name) })
    const ids: ID[] = []
    for (const [place, name] of group.options.entries()) {
      const input = { code: `${code}-${place + 1}`, translations: named(name) }
      ids.push((await services.get(ProductOptionService).create(ctx, created, input)).id)
    }
    await services.get(ProductService).addOptionGroupToProduct(ctx, productId, created.id)
    groups.push(ids)
  }
  return groups
}

function variantName(product: SeedProduct, variant: SeedVariant) {
  const words = variant.options.map((option, group) => required(product.groups[group]?.options[option]))
  const join = (language: 'tr' | 'en') =>
    [product.name[language], words.map((word) => word[language]).join(', ')].filter(Boolean).join(' · ')
  return { tr: join('tr'), en: join('en') }
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('The catalogue refers to something that it does not list')
  return value
}
