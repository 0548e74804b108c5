import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { type OpenShop, openShop } from '../medusa/open-shop'
import { Seeded } from './shopify/seeded'

// Whatever a shopper or a merchant does with Medusa's own endpoints in the moment in which callback and webhook arrive: after
// one reconciliation no captured payment is without a placed order, and none is doubled.

/** RACES=1000 for a long run; RACES_SEED for one that was seen before. */
const RACES = Number(process.env.RACES ?? 24)
const SEED = Number(process.env.RACES_SEED ?? Date.now() % 1_000_000)

/** A notification is applied in about this time; what comes within it meets every step. */
const LONGEST_DELAY_MS = 150

let shop: OpenShop
let scene: Scene

beforeAll(async () => {
  shop = await openShop('faults_medusa_races')
})
afterAll(() => shop?.stack.stop())

type Mutation = (order: PlacedOrder) => Promise<unknown>

const visit = (order: PlacedOrder) => shop.store.visit(order)

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'one piece more': (order) => shop.store.changeCart(order),
  'a coupon': (order) => visit(order).send('/promotions', { promo_codes: ['HOSGELDIN10'] }),
  'another address': (order) =>
    visit(order).send('', { shipping_address: { city: 'Ankara', country_code: 'tr' } }),
  'another e-mail': (order) => visit(order).send('', { email: 'baska@example.com' }),
  'a new session': (order) => visit(order).payAnew(),
  'the storefront completes': (order) => visit(order).complete(),
  'the merchant cancels': async (order) => shop.store.void(order),
  'the merchant refunds': async (order) => shop.store.refund(order, { amount: 700 }),
  'the merchant refunds twice': (order) =>
    Promise.allSettled([300, 400].map((amount) => shop.store.refund(order, { amount }))),
  'the merchant begins an edit': async (order) => {
    const order_id = await shop.store.orderId(order)
    await shop.store.merchant.post('/admin/order-edits', { order_id })
    await shop.store.merchant.delete(`/admin/order-edits/${order_id}`)
  },
  'the merchant asks again': async (order) => {
    for (const reference of visit(order).references) await shop.store.askAgain(reference)
  },
  'the job': () => shop.store.reconcile(),
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

test(
  `${RACES} races of the shop's mutations against callback and webhook (RACES_SEED=${SEED})`,
  async () => {
    for (let race = 0; race < RACES; race += 1) {
      const random = new Seeded(SEED + race)
      const names = [random.one(Object.keys(MUTATIONS)), random.one(Object.keys(MUTATIONS))]
      const delays = names.map(() => random.whole(LONGEST_DELAY_MS))
      const webhookAt = random.whole(LONGEST_DELAY_MS)
      scene = shop.scene()
      const { order, shopper, callback } = await scene.heldCallback()
      await Promise.allSettled([
        shopper.deliver(callback),
        later(webhookAt).then(() => scene.craftgate.deliverWebhooks({ copies: 2 })),
        ...names.map((name, index) => later(delays[index] ?? 0).then(() => MUTATIONS[name]?.(order))),
      ])
      const report = await shop.store.reconcile()
      expect({ race, names, delays, webhookAt, ...(await stateOf(order)) }).toEqual({
        ...{ race, names, delays, webhookAt },
        ...{
          held: expect.any(Number),
          believed: expect.any(Number),
          isRight: true,
          paymentsHeld: expect.any(Number),
        },
      })
      expect({ race, names, troubles: report.troubles }).toEqual({ race, names, troubles: [] })
    }
  },
  20_000 + RACES * 8_000,
)

/** What Craftgate holds is what a placed order says that it has, in one payment at most. */
async function stateOf(order: PlacedOrder) {
  const view = await scene.look(order)
  const payments = await scene.craftgate.paymentsSinceMark()
  const paymentsHeld = payments.filter(({ paidPrice, refunded }) => paidPrice > refunded).length
  const held = await scene.craftgate.heldSinceMark()
  const believed = view.paid + view.authorized - view.refunded
  const isCancelledFree = view.state !== 'cancelled' || held === 0
  return { held, believed, paymentsHeld, isRight: held === believed && paymentsHeld <= 1 && isCancelledFree }
}
