// Zerdali, the shop of the examples: what it sells, where, at which price, how it delivers; beside this file, how its
// servers read their environment, begin and end. No platform is named in this folder: the Medusa store is the same shop
// and reads what is built of it.
export { TRANSFER_DESCRIPTION, TRANSFER_INSTRUCTIONS, TRANSFER_NAME } from './bank-transfer'
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
export { severalCards } from './payment-page'
export { drawing, type PictureName, picture } from './pictures'
export { inKurus } from './price'
export { type SoldFor, soldFor } from './sellers'
