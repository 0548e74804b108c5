import type { PlacedOrder } from '../store'
import type { Administration } from './admin'

const LINES = `query ($id: ID!) { order(id: $id) { lines { id quantity productVariant { id } } } }`

const UPDATE = `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`

interface Ordered {
  readonly order: {
    readonly lines: readonly { readonly quantity: number; readonly productVariant: { readonly id: string } }[]
  }
}

/** Whose goods the shop sells: the merchant writes it beside each product. */
export class Sellers {
  private given: readonly string[] = []

  constructor(private readonly merchant: () => Administration) {}

  /** The products of this order belong to these members, one after the other; those of earlier orders are the shop's again. */
  async sell({ id }: PlacedOrder, members: readonly number[]): Promise<void> {
    if (members.length + this.given.length === 0) return
    const { order } = await this.merchant().ask<Ordered>(LINES, { id })
    const variants = order.lines.map(({ productVariant }) => productVariant.id)
    const written = [...new Set([...this.given, ...variants])]
    await this.merchant().ask(UPDATE, {
      input: written.map((variant) => ({
        id: variant,
        customFields: { sellerMemberId: members[variants.indexOf(variant)] ?? null },
      })),
    })
    this.given = variants.slice(0, members.length)
  }
}
