import type { TestShop } from './shop'

/** Pieces of a line go out and arrive. */
export async function deliver(shop: TestShop, orderLineId: string, quantity = 1): Promise<void> {
  await arrive(shop, await send(shop, orderLineId, quantity))
}

/** They are on their way; answers the fulfillment. */
export async function send(shop: TestShop, orderLineId: string, quantity = 1): Promise<string> {
  const handler = {
    code: 'manual-fulfillment',
    arguments: [
      { name: 'method', value: 'Kargo' },
      { name: 'trackingCode', value: '1' },
    ],
  }
  const { addFulfillmentToOrder: made } = await shop.manage<{ addFulfillmentToOrder: { id: string } }>(
    `mutation ($input: FulfillOrderInput!) {
      addFulfillmentToOrder(input: $input) { ... on Fulfillment { id } }
    }`,
    { input: { lines: [{ orderLineId, quantity }], handler } },
  )
  await become(shop, made.id, 'Shipped')
  return made.id
}

const arrive = (shop: TestShop, id: string) => become(shop, id, 'Delivered')

const become = (shop: TestShop, id: string, state: string) =>
  shop.manage(
    `mutation ($id: ID!, $state: String!) {
      transitionFulfillmentToState(id: $id, state: $state) { ... on Fulfillment { state } }
    }`,
    { id, state },
  )
