import { type Bench, SHOP } from './bench'
import { RESOLVE } from './documents'
import { callGraphQL, type Json, postJson } from './requests'

/** Two jams, standard shipping: 246.90 + 25.00 = 271.90 TRY. */
export const CART = { lines: [{ sku: 'JAM', quantity: 2 }] }
export const TOTAL = 27_190

export async function newCheckout(bench: Bench, wish: object = CART): Promise<Json> {
  return (await postJson(`${bench.emulator.shopUrl(SHOP)}/api/checkouts`, wish)).body
}

export const pay = ({ emulator }: Bench, checkout: Json) =>
  postJson(`${emulator.shopUrl(SHOP)}/api/checkouts/${checkout.id}/pay`)

export async function read({ emulator }: Bench, checkout: Json): Promise<Json> {
  return (await fetch(`${emulator.shopUrl(SHOP)}/api/checkouts/${checkout.id}`)).json() as Promise<Json>
}

export const gid = (answer: { readonly body: Json }): string =>
  `gid://shopify/PaymentSession/${answer.body.session}`

/** A checkout that was paid, or authorized. */
export async function buy(
  bench: Bench,
  token: string,
  kind: 'sale' | 'authorization' = 'sale',
): Promise<Json> {
  const checkout = await newCheckout(bench, { ...CART, kind })
  const paid = await pay(bench, checkout)
  await callGraphQL(bench, { token, query: RESOLVE, variables: { id: gid(paid) } })
  return checkout
}

/** The merchant's button. */
export const press = (
  { emulator }: Bench,
  checkout: Json,
  { button, ...body }: { button: string; amount?: number },
) => postJson(`${emulator.shopUrl(SHOP)}/api/orders/${checkout.id}/${button}`, body)
