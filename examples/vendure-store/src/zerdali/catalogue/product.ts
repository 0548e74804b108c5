import type { PictureName } from '../pictures'

/** Turkish first: it is the language of the shop; English is for guests. */
export interface Bilingual {
  readonly tr: string
  readonly en: string
}

export type CollectionSlug = 'kahve' | 'seramik' | 'tekstil' | 'kitap'

/** Turkish VAT in percent; printed books are exempt. */
export type Vat = 20 | 10 | 1 | 0

export interface SeedOptionGroup {
  readonly name: Bilingual
  readonly options: readonly Bilingual[]
}

export interface SeedVariant {
  readonly sku: string
  /** One index into `options` for each option group of the product. */
  readonly options: readonly number[]
  /** Decimal lira with VAT, e.g. "289.90". */
  readonly price: string
  readonly stock: number
}

export interface SeedProduct {
  readonly slug: string
  readonly collection: CollectionSlug
  readonly vat: Vat
  readonly picture: PictureName
  readonly name: Bilingual
  readonly description: Bilingual
  readonly groups: readonly SeedOptionGroup[]
  readonly variants: readonly SeedVariant[]
}

export interface SeedCollection {
  readonly slug: CollectionSlug
  readonly name: Bilingual
  readonly description: Bilingual
}
