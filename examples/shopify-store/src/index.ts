// Zerdali on Shopify: the shop that the emulator plays, and the merchant who installs the app in it.
export { Browser, type Page } from './browser'
export { type CraftgateKeys, type MerchantPlace, ShopifyMerchant } from './shopify-merchant'
export { SECOND_SHOP, ZERDALI } from './shops'
