// What the shop sells: sixteen products in four collections, in Turkish and English.
// Prices are lira with VAT; the other channels derive theirs from these.
import { BOOKS } from './books'
import { CERAMICS } from './ceramics'
import { COFFEE } from './coffee'
import type { SeedProduct } from './product'
import { TEXTILES } from './textiles'

export { COLLECTIONS } from './collections'
export type { Bilingual, CollectionSlug, SeedCollection, SeedProduct, SeedVariant, Vat } from './product'

export const PRODUCTS: readonly SeedProduct[] = [...COFFEE, ...CERAMICS, ...TEXTILES, ...BOOKS]
