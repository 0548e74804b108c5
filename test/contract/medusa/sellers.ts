import type { MedusaMerchant } from './merchant'

/** Whose goods the shop sells: the merchant writes it beside each product. */
export class Sellers {
  private given: readonly string[] = []

  constructor(private readonly merchant: () => MedusaMerchant) {}

  /** These products belong to these members, one after the other; those of earlier orders are the shop's again. */
  async sell(products: readonly string[], members: readonly number[]): Promise<void> {
    for (const id of new Set([...this.given, ...products.slice(0, members.length)])) {
      const { product } = await this.merchant().get<{
        product: { metadata: Record<string, unknown> | null }
      }>(`/admin/products/${id}?fields=metadata`)
      // Medusa takes a key away for an empty text.
      const seller_member_id = members[products.indexOf(id)] ?? ''
      await this.merchant().post(`/admin/products/${id}`, {
        metadata: { ...product.metadata, seller_member_id },
      })
    }
    this.given = products.slice(0, members.length)
  }
}
