import { RESOLVE } from './documents'
import { callGraphQL, type Json, postJson } from './requests'
import { SHOP, type TestApp } from './test-app'

/** Two jams, standard shipping: 246.90 + 25.00 = 271.90 TRY. */
export const CART = { lines: [{ sku: 'JAM', quantity: 2 }] }
export const TOTAL = 27_190

export async function newCheckout(testApp: TestApp, input: object = CART): Promise<Json> {
  return (await postJson(`${testApp.emulator.shopUrl(SHOP)}/api/checkouts`, input)).body
}

export const pay = ({ emulator }: TestApp, checkout: Json) =>
  postJson(`${emulator.shopUrl(SHOP)}/api/checkouts/${checkout.id}/pay`)

export async function read({ emulator }: TestApp, checkout: Json): Promise<Json> {
  return (await fetch(`${emulator.shopUrl(SHOP)}/api/checkouts/${checkout.id}`)).json() as Promise<Json>
}

export const gid = (answer: { readonly body: Json }): string =>
  `gid://shopify/PaymentSession/${answer.body.session}`

/** A checkout that was paid, or authorized. */
export async function buy(
  testApp: TestApp,
  token: string,
  kind: 'sale' | 'authorization' = 'sale',
): Promise<Json> {
  const checkout = await newCheckout(testApp, { ...CART, kind })
  const paid = await pay(testApp, checkout)
  await callGraphQL(testApp, { token, query: RESOLVE, variables: { id: gid(paid) } })
  return checkout
}

/** The merchant's button. */
export const press = (
  { emulator }: TestApp,
  checkout: Json,
  { button, ...body }: { button: string; amount?: number },
) => postJson(`${emulator.shopUrl(SHOP)}/api/orders/${checkout.id}/${button}`, body)
