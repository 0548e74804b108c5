import type { Stack } from '@craftgate-commerce/example-demo'
import { ClockShift, Emulator } from '../contract/emulator'
import { Scene } from '../contract/scene'
import { EXAMPLE_SHOP } from '../contract/vendure/example-shop'
import { VendureStore } from '../contract/vendure/vendure-store'
import { startTestStack } from '../stack/start-test-stack'
import { settledInTime } from './settled-in-time'

let stack: Stack
let scene: Scene

beforeAll(async () => {
  const time = new ClockShift()
  stack = await startTestStack('faults_worker', {
    sandbox: { clock: time.clock, checkAnswers: true },
    vendure: { worker: true, env: { RECONCILE_SCHEDULE: '* * * * *', RECONCILE_AFTER_SECONDS: '0' } },
  })
  const store = new VendureStore({
    urls: () => stack.vendure.instances.map(({ url }) => url),
    ...EXAMPLE_SHOP,
    restart: () => Promise.reject(new Error('No server stops in this suite')),
  })
  scene = new Scene(store, new Emulator(stack.sandbox, time))
})
afterAll(() => stack?.stop())

test('no callback, no webhook, nobody presses a button: the worker alone finds the payment', async () => {
  await scene.craftgate.loseWebhooks()
  const { order } = await scene.heldCallback()
  await scene.expectUnpaid(order)
  expect(await settledInTime(scene, order)).toMatchObject({
    state: 'paid',
    paid: order.total,
    refunded: 0,
  })
  await scene.accountsAgree()
})
