import { PRODUCTS } from '@craftgate-commerce/example-vendure-store/dist/zerdali'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { createInventoryLevelsWorkflow } from '@medusajs/medusa/core-flows'

/** What lies in the warehouse. */
export async function seedStock(container: MedusaContainer, locationId: string): Promise<void> {
  const items = await container.resolve(Modules.INVENTORY).listInventoryItems({}, { take: 1000 })
  const stock = new Map(
    PRODUCTS.flatMap(({ variants }) => variants.map((variant) => [variant.sku, variant.stock] as const)),
  )
  await createInventoryLevelsWorkflow(container).run({
    input: {
      inventory_levels: items.map(({ id, sku }) => ({
        inventory_item_id: id,
        location_id: locationId,
        stocked_quantity: stock.get(sku ?? '') ?? 0,
      })),
    },
  })
}
