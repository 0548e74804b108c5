import type { Bilingual } from './catalogue'
import type { Currency } from './markets'

export interface SeedDelivery {
  readonly code: string
  readonly name: Bilingual
  readonly description: Bilingual
  readonly currency: Currency
  /** Hundredths, whatever the currency. */
  readonly rate: number
  /** Hundredths that the goods must come to. */
  readonly orderMinimum?: number
  readonly vat: number
}

const ABROAD = {
  name: { tr: 'Yurt dışı kargo', en: 'International shipping' },
  description: { tr: '5–9 iş günü', en: '5–9 working days' },
  vat: 0,
} as const

export const DELIVERIES: readonly SeedDelivery[] = [
  {
    code: 'yurtici-kargo',
    name: { tr: 'Yurtiçi Kargo', en: 'Standard delivery' },
    description: { tr: '2–3 iş günü', en: '2–3 working days' },
    currency: 'TRY',
    rate: 4990,
    vat: 20,
  },
  {
    code: 'hizli-teslimat',
    name: { tr: 'Hızlı Teslimat', en: 'Express delivery' },
    description: { tr: 'Yarın kapınızda', en: 'At your door tomorrow' },
    currency: 'TRY',
    rate: 9990,
    vat: 20,
  },
  {
    code: 'ucretsiz-kargo',
    name: { tr: 'Ücretsiz Kargo', en: 'Free delivery' },
    description: { tr: '₺1.000 ve üzeri, 2–3 iş günü', en: 'From ₺1,000, 2–3 working days' },
    currency: 'TRY',
    rate: 0,
    orderMinimum: 100_000,
    vat: 20,
  },
  { code: 'kargo-usd', ...ABROAD, currency: 'USD', rate: 1500 },
  { code: 'kargo-eur', ...ABROAD, currency: 'EUR', rate: 1250 },
  { code: 'kargo-jpy', ...ABROAD, currency: 'JPY', rate: 220_000 },
  { code: 'kargo-kwd', ...ABROAD, currency: 'KWD', rate: 450 },
]
