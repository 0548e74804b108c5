import { ProductService, type RequestContext, TransactionalConnection } from '@vendure/core'
import { PRODUCTS } from '../zerdali'
import { seedChannels } from './channels'
import { seedCollections } from './collections'
import { seedCoupons } from './coupons'
import { seedDashboardSettings } from './dashboard-settings'
import { seedDelivery } from './delivery'
import { seedFoundation } from './foundation'
import { seedPaymentMethods } from './payment-methods'
import { seedProducts } from './products'
import type { Services } from './seeding'

/** Fills an empty shop in one transaction: it is there as a whole or not at all. Returns false when it was there. */
export function seedShop(services: Services, outer: RequestContext): Promise<boolean> {
  return services.get(TransactionalConnection).withTransaction(outer, async (ctx) => {
    if (await isSeeded(services, ctx)) return false
    const seeding = { services, ctx }
    const foundation = await seedFoundation(seeding)
    const catalogue = await seedProducts(seeding, foundation)
    await seedChannels(seeding, {
      foundation,
      catalogue,
      collections: await seedCollections(seeding, catalogue),
      deliveries: await seedDelivery(seeding),
      paymentMethods: await seedPaymentMethods(seeding),
      coupons: await seedCoupons(seeding),
    })
    await seedDashboardSettings(seeding)
    return true
  })
}

async function isSeeded(services: Services, ctx: RequestContext): Promise<boolean> {
  const slug = PRODUCTS[0]?.slug ?? ''
  return (await services.get(ProductService).findOneBySlug(ctx, slug)) !== undefined
}
