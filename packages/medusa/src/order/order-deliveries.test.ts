import type { CheckoutRecord } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import type { PluginOptions } from '../options'
import { OrderDeliveries } from './order-deliveries'

interface Line {
  readonly id: string
  readonly variant_id: string
  readonly detail: { readonly delivered_quantity: number }
}

const line = (variant: string, delivered: number, id = `ordli_${variant}`): Line => ({
  ...{ id, variant_id: variant, detail: { delivered_quantity: delivered } },
})
const arrived = (id: string, ...lines: readonly string[]) => ({
  ...{ id, delivered_at: '2026-11-30', items: lines.map((line_item_id) => ({ line_item_id })) },
})

const CART = {
  id: 'cart_1',
  items: [
    { id: 'cali_1', variant_id: 'oil', quantity: 2 },
    { id: 'cali_2', variant_id: 'pot', quantity: 1 },
  ],
}
const SESSION = { payment_collection: { cart: { id: 'cart_1' }, order: { id: 'order_1' } } }

/** Medusa's query over one paid order and what names it as its whole. */
function reading(order: object, parts: readonly object[], options: Partial<PluginOptions> = {}) {
  const asked: unknown[] = []
  const graph = async ({ entity, filters }: { entity: string; filters: { metadata?: object } }) => {
    if (entity === 'order') asked.push(filters)
    const rows: Readonly<Record<string, readonly object[]>> = {
      payment_session: [SESSION],
      cart: [CART],
      order: filters.metadata ? parts : [order],
    }
    return { data: rows[entity] ?? [] }
  }
  const container = { resolve: () => ({ graph }) } as unknown as MedusaContainer
  const settings = { approveOn: 'delivery', sellerOf: () => undefined, ...options } as PluginOptions
  const told = () => new OrderDeliveries(settings, container).of({ order: 'payses_1' } as CheckoutRecord)
  return { told, asked }
}

const deliveriesIn = async ({ told }: ReturnType<typeof reading>) =>
  (await told()).deliveries.map(({ id, pieces }) => [id, Object.fromEntries(pieces)])

const COLLECTION = [{ id: 'pay_col_1' }]

test('pieces count with the last fulfillment that brought some of them', async () => {
  const order = {
    ...{ id: 'order_1', payment_collections: COLLECTION, items: [line('oil', 2), line('pot', 1)] },
    fulfillments: [
      arrived('ful_1', 'ordli_oil', 'ordli_pot'),
      arrived('ful_2', 'ordli_oil'),
      { ...arrived('ful_3', 'ordli_pot'), delivered_at: null },
    ],
  }
  const read = reading(order, [])
  expect(await deliveriesIn(read)).toEqual([
    ['ful_2', { oil: 2 }],
    ['ful_1', { pot: 1 }],
  ])
  expect((await read.told()).sold).toEqual([
    { externalId: 'line-cali_1', goods: 'oil', quantity: 2 },
    { externalId: 'line-cali_2', goods: 'pot', quantity: 1 },
  ])
  expect(read.asked).not.toContainEqual({ metadata: { parent_order_id: 'order_1' } })
})

test('of an order that the shop split the parts are delivered; one that was paid is none, whatever it says', async () => {
  const order = { id: 'order_1', payment_collections: COLLECTION, items: [line('oil', 0), line('pot', 0)] }
  const part = {
    id: 'order_2',
    items: [line('oil', 2, 'ordli_2')],
    fulfillments: [arrived('ful_2', 'ordli_2')],
  }
  const foreign = {
    ...{ id: 'order_3', items: [line('pot', 1, 'ordli_3')], fulfillments: [arrived('ful_3', 'ordli_3')] },
    payment_collections: [{ id: 'pay_col_9' }],
  }
  const read = reading(order, [part, foreign], { completeCartWorkflow: 'create-vendor-orders' })
  expect(await deliveriesIn(read)).toEqual([['ful_2', { oil: 2 }]])
  expect(read.asked).toContainEqual({ metadata: { parent_order_id: 'order_1' } })
})

test('nothing is read where the merchant approves by hand, or nobody sells but the shop', async () => {
  for (const options of [{ approveOn: false }, { sellerOf: undefined }] as const) {
    const read = reading({ id: 'order_1' }, [], options)
    expect(await read.told()).toEqual({ sold: [], deliveries: [] })
    expect(read.asked).toEqual([])
  }
})
