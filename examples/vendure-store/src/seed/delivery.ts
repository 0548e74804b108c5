import { type ID, ShippingMethodService } from '@vendure/core'
import { DELIVERIES } from '../zerdali'
import type { Seeding } from './seeding'
import { configurable, described } from './translate'

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
