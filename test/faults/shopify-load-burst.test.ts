import { testCards } from '@craftgate-commerce/sandbox'
import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { until } from '../until'
import { expectSingleOutcome } from './shopify/assert-single-outcome'
import { type OpenShopify, openShopify } from './shopify/open-shopify'
import { Seeded } from './shopify/seeded'

const SEED = Number(process.env.STORM_SEED ?? Date.now() % 1_000_000)
const BUYERS = 16
/** A request that Craftgate may still be working on is asked about for four minutes before it is sent again. */
const KNOWN_MS = 420_000
const CARDS = [testCards.success, testCards.world, testCards.axess, testCards.notSufficientFunds]
const FAULTS = [
  'drop-after-commit',
  'drop-before',
  'status',
  'throttled',
  'malformed',
  'unauthorized',
] as const
const CALLS = ['/payment/v1/refunds', '/refund-transactions', '/post-auth'] as const

let open: OpenShopify

beforeAll(async () => {
  open = await openShopify('faults_shopify_storm', { instances: 2, env: { RETRY_SCALE: '0.002' } })
})
afterAll(() => open?.stack.stop())

/** Pays in one or two tabs; some callbacks are lost, some browsers break. */
async function buy(scene: Scene, dice: Seeded): Promise<PlacedOrder> {
  const order = await scene.place({
    phase: dice.chance(30) ? 'PRE_AUTH' : 'AUTH',
    products: 1 + dice.whole(3),
  })
  for (let tab = 0; tab <= (dice.chance(35) ? 1 : 0); tab += 1) {
    const choice = { card: dice.one(CARDS), deliver: dice.chance(80) }
    try {
      const { shopper } = await scene.goToPay(order)
      const { outcome } = await shopper.pay(choice)
      if (outcome === 'declined' && dice.chance(50)) await shopper.leave()
    } catch {
      // A server died under the shopper's hands.
    }
  }
  return order
}

/** What a merchant may press; Shopify refuses what makes no sense. */
async function press(scene: Scene, order: PlacedOrder, dice: Seeded): Promise<void> {
  const { store } = scene
  const some = 1 + dice.whole(order.total)
  const actions = [
    () => store.refund(order, { amount: some }),
    () => Promise.all([store.refund(order, { amount: 500 }), store.refund(order, { amount: 700 })]),
    () => store.capture(order),
    () => store.void(order),
    () => Promise.all([store.capture(order), store.void(order)]),
  ]
  await dice
    .one(actions)()
    .catch(() => undefined)
}

function misfortune(scene: Scene, dice: Seeded): Promise<unknown> | unknown {
  const { control } = open.stack.shopify.emulator
  const second = open.stack.shopify.instances[1]
  switch (dice.whole(6)) {
    case 0:
      return scene.craftgate.loseAnswer(dice.one(CALLS))
    case 1:
      return scene.craftgate.deliverWebhooks({ copies: 1 + dice.whole(3) }).catch(() => undefined)
    case 2:
      return second?.stop('SIGKILL').then(() => second.start())
    case 3:
      return control.sessionRequests.duplicate(1 + dice.whole(4))
    default:
      return control.faults.add({ kind: dice.one(FAULTS), times: 1 + dice.whole(2) })
  }
}

test(`whatever goes wrong meanwhile, each session has one end and the money agrees (STORM_SEED=${SEED})`, async () => {
  process.stdout.write(`The storm's seed is ${SEED}\n`)
  const dice = new Seeded(SEED)
  const scene = open.scene()
  const { control } = open.stack.shopify.emulator
  let over = false
  const storm = (async () => {
    while (!over) {
      await misfortune(scene, dice)
      await new Promise((resolve) => setTimeout(resolve, 60))
    }
  })()
  const buyers = Array.from({ length: BUYERS }, () => buy(scene, dice))
  const orders = await Promise.all(buyers)
  await Promise.all(orders.map((order) => press(scene, order, dice)))
  over = true
  await storm

  scene.craftgate.calm()
  control.reset()
  const quiet = async () => {
    await scene.craftgate.deliverWebhooks()
    const { problems } = await scene.store.reconcile()
    const views = await Promise.all(scene.orders.map((order) => scene.look(order)))
    return { problems, pending: views.reduce((sum, view) => sum + view.refundPending, 0) }
  }
  const ended = await until(
    quiet,
    ({ problems, pending }) => problems.length === 0 && pending === 0,
    KNOWN_MS,
  )
  expect(ended).toEqual({ problems: [], pending: 0 })
  await expectSingleOutcome(open, scene)
}, 600_000)
