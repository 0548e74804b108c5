import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { MedusaStoreEnvironment } from '../environment'
import { seedAdministrator } from './administrator'
import { seedCategories } from './categories'
import { seedCoupons } from './coupons'
import { seedDelivery } from './delivery'
import { seedProducts } from './products'
import { seedRegions } from './regions'
import { seedStock } from './stock'
import { seedStore } from './store'
import { seedReducedRates, seedTaxRegions } from './taxes'
import { seedWarehouse } from './warehouse'

/** Fills an empty shop. Does nothing when it was filled: the administrator comes last. */
export async function seedShop(container: MedusaContainer, env: MedusaStoreEnvironment): Promise<void> {
  if (await isSeeded(container, env.superadmin.identifier)) return
  const salesChannelId = await seedStore(container)
  const regions = await seedRegions(container)
  await seedTaxRegions(container)
  const warehouse = await seedWarehouse(container, salesChannelId)
  await seedDelivery(container, warehouse, regions)
  const categories = await seedCategories(container)
  const products = await seedProducts(container, { salesChannelId, regions, categories, ...warehouse })
  await seedReducedRates(container, products)
  await seedStock(container, warehouse.locationId)
  await seedCoupons(container)
  await seedAdministrator(container, env.superadmin)
}

async function isSeeded(container: MedusaContainer, email: string): Promise<boolean> {
  return (await container.resolve(Modules.USER).listUsers({ email })).length > 0
}
