import { type ID, PromotionService } from '@vendure/core'
import type { Bilingual } from './catalogue'
import type { Seeding } from './seeding'
import { configurable, described } from './translate'

interface Coupon {
  readonly code: string
  readonly name: Bilingual
  readonly description: Bilingual
  readonly action: ReturnType<typeof configurable>
  readonly conditions?: readonly ReturnType<typeof configurable>[]
  /** A fixed amount is worth something else in another currency. */
  readonly liraOnly: boolean
}

const COUPONS: readonly Coupon[] = [
  {
    code: 'HOSGELDIN10',
    name: { tr: 'Hoş geldin indirimi', en: 'Welcome discount' },
    description: { tr: 'Tüm ürünlerde %10', en: '10% off everything' },
    action: configurable('order_percentage_discount', { discount: 10 }),
    liraOnly: false,
  },
  {
    code: 'KAHVE50',
    name: { tr: 'Kahve bizden', en: 'Coffee on us' },
    description: { tr: '250 TL ve üzerine 50 TL', en: '50 TL off from 250 TL' },
    action: configurable('order_fixed_discount', { discount: 5000 }),
    conditions: [configurable('minimum_order_amount', { amount: 25_000, taxInclusive: true })],
    liraOnly: true,
  },
]

export interface SeededCoupons {
  readonly everywhere: readonly ID[]
  readonly liraOnly: readonly ID[]
}

export async function seedCoupons({ services, ctx }: Seeding): Promise<SeededCoupons> {
  const everywhere: ID[] = []
  const liraOnly: ID[] = []
  for (const coupon of COUPONS) {
    const created = await services.get(PromotionService).createPromotion(ctx, {
      enabled: true,
      couponCode: coupon.code,
      translations: described(coupon.name, coupon.description),
      conditions: [...(coupon.conditions ?? [])],
      actions: [coupon.action],
    })
    if (!('id' in created)) throw new Error(`Coupon ${coupon.code}: ${created.message}`)
    ;(coupon.liraOnly ? liraOnly : everywhere).push(created.id)
  }
  return { everywhere, liraOnly }
}
