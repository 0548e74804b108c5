import { CurrencyCode, type ID, ShippingMethodService } from '@vendure/core'
import type { Bilingual } from './catalogue'
import type { Seeding } from './seeding'
import { configurable, described } from './translate'

interface Delivery {
  readonly code: string
  readonly name: Bilingual
  readonly description: Bilingual
  readonly currency: CurrencyCode
  /** As Vendure stores it: two decimals in every currency. */
  readonly rate: number
  readonly orderMinimum?: number
  readonly vat: number
}

const ABROAD = {
  name: { tr: 'Yurt dışı kargo', en: 'International shipping' },
  description: { tr: '5–9 iş günü', en: '5–9 working days' },
  vat: 0,
} as const

const DELIVERIES: readonly Delivery[] = [
  {
    code: 'yurtici-kargo',
    name: { tr: 'Yurtiçi Kargo', en: 'Standard delivery' },
    description: { tr: '2–3 iş günü', en: '2–3 working days' },
    currency: CurrencyCode.TRY,
    rate: 4990,
    vat: 20,
  },
  {
    code: 'hizli-teslimat',
    name: { tr: 'Hızlı Teslimat', en: 'Express delivery' },
    description: { tr: 'Yarın kapınızda', en: 'At your door tomorrow' },
    currency: CurrencyCode.TRY,
    rate: 9990,
    vat: 20,
  },
  {
    code: 'ucretsiz-kargo',
    name: { tr: 'Ücretsiz Kargo', en: 'Free delivery' },
    description: { tr: '1.000 TL ve üzeri, 2–3 iş günü', en: 'From 1,000 TL, 2–3 working days' },
    currency: CurrencyCode.TRY,
    rate: 0,
    orderMinimum: 100_000,
    vat: 20,
  },
  { code: 'kargo-usd', ...ABROAD, currency: CurrencyCode.USD, rate: 1500 },
  { code: 'kargo-eur', ...ABROAD, currency: CurrencyCode.EUR, rate: 1250 },
  { code: 'kargo-jpy', ...ABROAD, currency: CurrencyCode.JPY, rate: 220_000 },
  { code: 'kargo-kwd', ...ABROAD, currency: CurrencyCode.KWD, rate: 450 },
]

export async function seedDelivery({ services, ctx }: Seeding): Promise<readonly ID[]> {
  const ids: ID[] = []
  for (const delivery of DELIVERIES) {
    const method = await services.get(ShippingMethodService).create(ctx, {
      code: delivery.code,
      translations: described(delivery.name, delivery.description),
      fulfillmentHandler: 'manual-fulfillment',
      checker: configurable('currency-shipping-checker', {
        currency: delivery.currency,
        orderMinimum: delivery.orderMinimum ?? 0,
      }),
      calculator: configurable('default-shipping-calculator', {
        rate: delivery.rate,
        includesTax: 'auto',
        taxRate: delivery.vat,
      }),
    })
    ids.push(method.id)
  }
  return ids
}
