import { withClient } from '@craftgate-commerce/example-demo'
import type { Scene } from '../contract/scene'
import { type OpenShop, openShop } from './open-shop'

// Ways to take goods and money both, or money twice, through Medusa's own doors and Medusa's own moments.

let shop: OpenShop
let scene: Scene

beforeAll(async () => {
  shop = await openShop('medusa_thieves')
})
afterAll(() => shop?.stack.stop())

beforeEach(() => {
  scene = shop.scene()
})
afterEach(() => scene.accountsAgree())

test('a shopper who asks for a new session of a paid order, before any knock, does not get the money back', async () => {
  await scene.craftgate.loseWebhooks()
  const { order, shopper, callback } = await scene.heldCallback()
  expect((await shop.store.visit(order).complete()).type).toBe('order')
  await expect(shop.store.visit(order).payAnew()).rejects.toThrow()
  await shopper.deliver(callback)
  await shop.store.reconcile()
  await scene.expectPaid(order)
})

test('a session that is gone although it paid: its order keeps the money', async () => {
  await scene.craftgate.loseWebhooks()
  const { order, shopper, callback } = await scene.heldCallback()
  expect((await shop.store.visit(order).complete()).type).toBe('order')
  await inDatabase("DELETE FROM payment_session WHERE status = 'authorized'")
  await shopper.deliver(callback)
  await shop.store.reconcile()
  await scene.expectPaid(order)
})

test('a partial refund that the bank took its time for is entered by everybody at once: the money goes back once', async () => {
  const { order } = await scene.craftgate.inThePast({ days: 3 }, () => scene.buy())
  await scene.craftgate.nextRefundWaits()
  expect(await shop.store.refund(order, { amount: 500 })).toMatchObject({ state: 'pending' })
  await scene.craftgate.settleWaitingRefunds()
  const { store } = shop
  await Promise.all([
    store.reconcile(),
    store.reconcile(),
    store.reconcile(),
    scene.craftgate.deliverWebhooks({ copies: 3 }),
  ])
  expect(await scene.look(order)).toMatchObject({ refunded: 500, refundPending: 0 })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunded).toBe(500)
})

/** What only a race or a crash between two steps of Medusa would leave behind. */
const inDatabase = (statement: string) =>
  withClient(shop.stack.medusa.databaseUrl, (client) => client.query(statement))
