import { type ID, PromotionService } from '@vendure/core'
import { COUPONS, type SeedCoupon } from '../zerdali'
import type { Seeding } from './seeding'
import { configurable, described } from './translate'

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
      ...effectOf(coupon),
    })
    if (!('id' in created)) throw new Error(`Coupon ${coupon.code}: ${created.message}`)
    ;('kurus' in coupon.discount ? liraOnly : everywhere).push(created.id)
  }
  return { everywhere, liraOnly }
}

function effectOf({ discount }: SeedCoupon) {
  if ('percent' in discount) {
    const action = configurable('order_percentage_discount', { discount: discount.percent })
    return { conditions: [], actions: [action] }
  }
  const condition = { amount: discount.fromKurus, taxInclusive: true }
  return {
    conditions: [configurable('minimum_order_amount', condition)],
    actions: [configurable('order_fixed_discount', { discount: discount.kurus })],
  }
}
