import type { Scene } from '../contract/scene'
import type { PlacedOrder } from '../contract/store'
import { type OpenShop, openShop } from '../medusa/open-shop'
import { Seeded } from './shopify/seeded'

// Whatever a shopper or a merchant does with Medusa's own endpoints in the moment in which callback and webhook arrive: after
// one reconciliation no captured payment is without a placed order, and none is doubled.

/** `npm run races` runs 1,000; RACES_SEED repeats one that was seen before. */
const RACES = Number(process.env.RACES ?? 20)
const SEED = Number(process.env.RACES_SEED ?? Date.now() % 1_000_000)

/** A notification is applied in about this time; what comes within it meets every step. */
const LONGEST_DELAY_MS = 150

let shop: OpenShop
let scene: Scene

beforeAll(async () => {
  shop = await openShop('faults_medusa_races')
  await shop.store.restock()
})
afterAll(() => shop?.stack.stop())

type Mutation = (order: PlacedOrder) => Promise<unknown>

const buyer = (order: PlacedOrder) => shop.store.buyer(order)
const inCart = (order: PlacedOrder) => buyer(order).store

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  'one piece more': (order) => shop.store.changeCart(order),
  'a coupon': (order) => buyer(order).send('/promotions', { promo_codes: ['HOSGELDIN10'] }),
  'another address': (order) =>
    buyer(order).send('', { shipping_address: { city: 'Ankara', country_code: 'tr' } }),
  'a line less': (order) => inCart(order).delete(`/store/carts/${order.id}/line-items/${order.lines[0]?.id}`),
  'shipping anew': async (order) => {
    const path = `/store/shipping-options?cart_id=${order.id}`
    const { shipping_options } = await inCart(order).get<{ shipping_options: { id: string }[] }>(path)
    await buyer(order).send('/shipping-methods', { option_id: shipping_options.at(-1)?.id })
  },
  'taxes anew': (order) => buyer(order).send('/taxes', {}),
  'another e-mail': (order) => buyer(order).send('', { email: 'baska@example.com' }),
  'a new session': (order) => buyer(order).payAnew(),
  'the storefront completes': (order) => buyer(order).complete(),
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
    for (const reference of buyer(order).references) await shop.store.askAgain(reference)
  },
  'the job': () => shop.store.reconcile(),
}

const later = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** One order that is paid, and two mutations of it around the moment in which that is notified. */
async function race(random: Seeded): Promise<string[]> {
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
  const { problems } = await shop.store.reconcile()
  const what = names.map((name, index) => `${name} after ${delays[index]} ms`).join(', ')
  return [...problems, ...(await flawsOf(order))].map(
    (flaw) => `${what}, webhook after ${webhookAt} ms: ${flaw}`,
  )
}

/** What Craftgate holds is what a placed order says that it has, in one payment at most. */
async function flawsOf(order: PlacedOrder): Promise<string[]> {
  const { state, paid, authorized, refunded } = await scene.look(order)
  const believed = paid + authorized - refunded
  const held = await scene.craftgate.heldSinceMark()
  const payments = await scene.craftgate.paymentsSinceMark()
  const holding = payments.filter((payment) => payment.paidPrice > payment.refunded).length
  const isRight = held === believed && holding <= 1 && (state !== 'cancelled' || held === 0)
  return isRight ? [] : [`${state}, ${believed} booked, ${held} held in ${holding} payments`]
}

test(
  `${RACES} races of the shop's mutations against callback and webhook (RACES_SEED=${SEED}): no payment without its order, none doubled`,
  async () => {
    const flaws: string[] = []
    for (let number = 0; number < RACES; number += 1) {
      const seen = await race(new Seeded(SEED + number))
      flaws.push(...seen.map((flaw) => `race ${number}: ${flaw}`))
    }
    expect(flaws).toEqual([])
  },
  20_000 + RACES * 20_000,
)
