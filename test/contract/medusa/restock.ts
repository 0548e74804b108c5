import type { MedusaMerchant } from './merchant'

interface Inventory {
  readonly inventory_items: readonly {
    readonly id: string
    readonly location_levels: readonly { readonly location_id: string; readonly stocked_quantity: number }[]
  }[]
}

/** So many pieces of every product, in each place where it is kept; what is sold out stays so. */
export async function restock(merchant: MedusaMerchant, pieces: number): Promise<void> {
  const { inventory_items: items } = await merchant.get<Inventory>(
    '/admin/inventory-items?limit=100&fields=id,*location_levels',
  )
  for (const { id, location_levels } of items)
    for (const { location_id } of location_levels.filter(({ stocked_quantity }) => stocked_quantity > 0))
      await merchant.post(`/admin/inventory-items/${id}/location-levels/${location_id}`, {
        stocked_quantity: pieces,
      })
}
