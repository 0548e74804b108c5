import type { Administration } from './admin'

const VARIANTS = `query { productVariants(options: { take: 500 }) { items { id } } }`

const UPDATE = `mutation ($input: [UpdateProductVariantInput!]!) { updateProductVariants(input: $input) { id } }`

interface Variants {
  readonly productVariants: { readonly items: readonly { readonly id: string }[] }
}

/** So many pieces of every product. */
export async function restock(administration: Administration, pieces: number): Promise<void> {
  const { productVariants } = await administration.ask<Variants>(VARIANTS)
  const input = productVariants.items.map(({ id }) => ({ id, stockOnHand: pieces }))
  await administration.ask(UPDATE, { input })
}
