import type { ShopSeed } from '../options/shop-seed'

/** Two shops; the second sells in yen and dinars too. */
export const testShops: readonly ShopSeed[] = [
  {
    domain: 'zerdali.myshopify.com',
    name: 'Zerdali',
    currency: 'TRY',
    locale: 'tr',
    products: [
      { sku: 'JAM', title: 'Kayısı reçeli', price: { TRY: 12_345, JPY: 500, KWD: 1_250 }, image: '<svg/>' },
      { sku: 'TEA', title: 'Çay', price: { TRY: 5_000, JPY: 300, KWD: 700 } },
    ],
    shipping: [
      { code: 'STANDARD', title: 'Kargo', price: { TRY: 2_500, JPY: 100, KWD: 250 } },
      { code: 'FREE', title: 'Ücretsiz', price: { TRY: 0 }, minimum: 50_000 },
    ],
    coupons: [
      { code: 'YAZ10', percent: 10 },
      { code: 'ELLI', amount: 5_000, minimum: 10_000 },
    ],
  },
  {
    domain: 'kiraz.myshopify.com',
    name: 'Kiraz',
    currency: 'USD',
    locale: 'en',
    products: [{ sku: 'PIE', title: 'Cherry pie', price: { USD: 2_000 } }],
    shipping: [],
    coupons: [],
    installed: 'yes',
  },
]
