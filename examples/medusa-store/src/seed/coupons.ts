import { COUPONS, type SeedCoupon } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import type { CreatePromotionDTO, MedusaContainer } from '@medusajs/framework/types'
import { createPromotionsWorkflow } from '@medusajs/medusa/core-flows'
import { decimal } from './markets'

export async function seedCoupons(container: MedusaContainer): Promise<void> {
  await createPromotionsWorkflow(container).run({ input: { promotionsData: COUPONS.map(promotionOf) } })
}

function promotionOf({ code, discount }: SeedCoupon): CreatePromotionDTO {
  const promotion = { code, type: 'standard', status: 'active', is_tax_inclusive: true } as const
  if ('percent' in discount) {
    return {
      ...promotion,
      application_method: {
        type: 'percentage',
        target_type: 'order',
        allocation: 'across',
        value: discount.percent,
      },
    }
  }
  return {
    ...promotion,
    rules: [
      { attribute: 'currency_code', operator: 'eq', values: ['try'] },
      { attribute: 'item_total', operator: 'gte', values: [String(decimal(discount.fromKurus))] },
    ],
    application_method: {
      type: 'fixed',
      target_type: 'order',
      allocation: 'across',
      currency_code: 'try',
      value: decimal(discount.kurus),
    },
  }
}
