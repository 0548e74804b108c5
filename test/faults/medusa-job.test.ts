import type { Scene } from '../contract/scene'
import { type OpenShop, openShop } from '../medusa/open-shop'
import { settledInTime } from './settled-in-time'

let shop: OpenShop
let scene: Scene

beforeAll(async () => {
  shop = await openShop('faults_medusa', { RECONCILE_JOB: 'true' })
  scene = shop.scene()
})
afterAll(() => shop?.stack.stop())

test('no callback, no webhook, nobody presses a button: the scheduled job alone finds the payment', async () => {
  await scene.craftgate.loseWebhooks()
  const { order } = await scene.heldCallback()
  await scene.expectUnpaid(order)
  expect(await settledInTime(scene, order)).toMatchObject({ state: 'paid', paid: order.total, refunded: 0 })
  await scene.accountsAgree()
})
