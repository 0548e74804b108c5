import { MEDUSA_ADMIN, type Stack } from '@craftgate-commerce/example-demo'
import { ClockShift, Emulator } from '../contract/emulator'
import { MedusaStore } from '../contract/medusa/medusa-store'
import { Scene } from '../contract/scene'
import { startTestStack } from '../stack/start-test-stack'
import { settledInTime } from './settled-in-time'

let stack: Stack<'medusa'>
let scene: Scene

beforeAll(async () => {
  const time = new ClockShift()
  stack = await startTestStack('faults_medusa', {
    stores: ['medusa'],
    sandbox: { clock: time.clock },
    medusa: { env: { RECONCILE_AFTER_SECONDS: '0' } },
  })
  const store = new MedusaStore({
    urls: () => [stack.medusa.main.url],
    publishableKey: stack.medusa.publishableKey,
    admin: MEDUSA_ADMIN,
    countries: { TRY: 'tr', JPY: 'jp', KWD: 'kw', second: 'az' },
    providers: { AUTH: 'pp_craftgate_craftgate', PRE_AUTH: 'pp_craftgate_on-provizyon' },
    restart: () => Promise.reject(new Error('No server stops in this suite')),
  })
  scene = new Scene(store, new Emulator(stack.sandbox, time))
})
afterAll(() => stack?.stop())

test('no callback, no webhook, nobody presses a button: the scheduled job alone finds the payment', async () => {
  await scene.craftgate.loseWebhooks()
  const { order } = await scene.heldCallback()
  await scene.expectUnpaid(order)
  expect(await settledInTime(scene, order)).toMatchObject({ state: 'paid', paid: order.total, refunded: 0 })
  await scene.accountsAgree()
})
