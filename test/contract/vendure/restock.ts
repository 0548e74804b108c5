import type { Administration } from './admin'

const VARIANTS = `query { productVariants(options: { take: 500 }) { items { id stockOnHand } } }`

const UPDATE = `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`

interface Variants {
  readonly productVariants: {
    readonly items: readonly { readonly id: string; readonly stockOnHand: number }[]
  }
}

/** So many pieces of every product; what is sold out stays so. */
export async function restock(administration: Administration, pieces: number): Promise<void> {
  const { productVariants } = await administration.ask<Variants>(VARIANTS)
  const sold = productVariants.items.filter(({ stockOnHand }) => stockOnHand > 0)
  const input = sold.map(({ id }) => ({ id, stockOnHand: pieces }))
  await administration.ask(UPDATE, { input })
}
