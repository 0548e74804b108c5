import type { Bilingual } from './catalogue'

export interface SeedCoupon {
  readonly code: string
  readonly name: Bilingual
  readonly description: Bilingual
  /** A fixed amount, in kuruş, is worth something else in another currency: it is for lira only. */
  readonly discount: { readonly percent: number } | { readonly kurus: number; readonly fromKurus: number }
}

export const COUPONS: readonly SeedCoupon[] = [
  {
    code: 'HOSGELDIN10',
    name: { tr: 'Hoş geldin indirimi', en: 'Welcome discount' },
    description: { tr: 'Tüm ürünlerde %10', en: '10% off everything' },
    discount: { percent: 10 },
  },
  {
    code: 'KAHVE50',
    name: { tr: 'Kahve bizden', en: 'Coffee on us' },
    description: { tr: '250 TL ve üzerine 50 TL', en: '50 TL off from 250 TL' },
    discount: { kurus: 5000, fromKurus: 25_000 },
  },
]
