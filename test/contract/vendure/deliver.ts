import type { Administration } from './admin'

const FULFILL = `mutation ($input: FulfillOrderInput!) {
  result: addFulfillmentToOrder(input: $input) { ... on Fulfillment { id } ... on ErrorResult { message } }
}`

const TRANSITION = `mutation ($id: ID!, $state: String!) {
  result: transitionFulfillmentToState(id: $id, state: $state) {
    ... on Fulfillment { id } ... on ErrorResult { message }
  }
}`

interface Answer {
  readonly result: { readonly id?: string; readonly message?: string }
}

/** So many pieces of a line go out, and arrive. */
export async function deliver(
  merchant: Administration,
  orderLineId: string,
  quantity: number,
): Promise<void> {
  const handler = {
    code: 'manual-fulfillment',
    arguments: [
      { name: 'method', value: 'Kargo' },
      { name: 'trackingCode', value: '1' },
    ],
  }
  const input = { lines: [{ orderLineId, quantity }], handler }
  const id = idOf(await merchant.ask<Answer>(FULFILL, { input }))
  for (const state of ['Shipped', 'Delivered']) idOf(await merchant.ask<Answer>(TRANSITION, { id, state }))
}

function idOf({ result: { id, message } }: Answer): string {
  if (id === undefined) throw new Error(message)
  return id
}
