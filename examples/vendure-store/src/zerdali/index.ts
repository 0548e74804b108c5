// Zerdali, the shop of the examples: what it sells, where, at which price, how it delivers. No platform is named here:
// the Medusa store sells the same things and reads the built files of this folder.
export {
  type Bilingual,
  COLLECTIONS,
  type CollectionSlug,
  PRODUCTS,
  type SeedCollection,
  type SeedProduct,
  type SeedVariant,
  type Vat,
} from './catalogue'
export { COUPONS, type SeedCoupon } from './coupons'
export { DELIVERIES, type SeedDelivery } from './deliveries'
export { HOME, MARKETS, type Market, type Priced } from './markets'
export { type PictureName, picture } from './pictures'
export { inKurus } from './price'
