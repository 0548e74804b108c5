import type { MedusaMerchant } from './merchant'

interface Sent {
  readonly order: {
    readonly items: readonly { readonly id: string; readonly variant_id: string; readonly quantity: number }[]
    readonly fulfillments: readonly { readonly id: string; readonly delivered_at: string | null }[]
  }
}

/** All pieces of a variant go out, and arrive. */
export async function deliver(merchant: MedusaMerchant, orderId: string, variantId: string): Promise<void> {
  const path = `/admin/orders/${orderId}`
  const { order } = await merchant.get<Sent>(`${path}?fields=id,*items`)
  const items = order.items
    .filter(({ variant_id }) => variant_id === variantId)
    .map(({ id, quantity }) => ({ id, quantity }))
  await merchant.post(`${path}/fulfillments`, { items })
  const { order: sent } = await merchant.get<Sent>(`${path}?fields=id,*fulfillments`)
  for (const { id } of sent.fulfillments.filter(({ delivered_at }) => delivered_at === null))
    await merchant.post(`${path}/fulfillments/${id}/mark-as-delivered`)
}
