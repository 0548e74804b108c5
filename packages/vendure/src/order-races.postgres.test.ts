import { Shopper, type ShopperResult, testCards } from '@craftgate-commerce/sandbox'
import type { OrderProcess } from '@vendure/core'
import { OrderLockInterceptor } from './api'
import { CraftgateShop } from './test/craftgate-shop'
import { type BeginResult, begin, type OrderView } from './test/purchase'
import { Random } from './test/random'

// `npm run races` runs 1,000. The seed is printed, and `RACES_SEED` repeats it.
const ROUNDS = Number(process.env.RACES ?? 20)
const SEED = Number(process.env.RACES_SEED ?? Date.now() % 1_000_000)

/** A merchant's own order process that takes its time while an order goes back to the cart. */
const slow = { release: () => {}, begun: () => {}, gate: undefined as Promise<void> | undefined }
const slowProcess: OrderProcess<never> = {
  async onTransitionStart(_from, to) {
    if ((to as string) !== 'AddingItems' || !slow.gate) return
    slow.begun()
    await slow.gate
  },
}

let harness: CraftgateShop

beforeAll(async () => {
  const { defaultOrderProcess } = await import('@vendure/core')
  harness = await CraftgateShop.start({}, { orderOptions: { process: [defaultOrderProcess, slowProcess] } })
  await harness.shop.manage(`mutation { createPromotion(input: {
    enabled: true, couponCode: "YAZ10", conditions: [],
    translations: [{ languageCode: en, name: "Yaz" }],
    actions: [{ code: "order_percentage_discount", arguments: [{ name: "discount", value: "10" }] }]
  }) { __typename } }`)
}, 600_000)
afterAll(() => harness?.close())
afterEach(() => {
  jest.restoreAllMocks()
  harness.sandbox.control.reset()
})

const held = { card: testCards.success, deliver: false }

function deliver({ callback }: ShopperResult) {
  if (!callback) throw new Error('The shopper has not paid')
  return new Shopper().deliver(callback)
}

const shopMutations: Readonly<Record<string, (order: OrderView) => Promise<unknown>>> = {
  backToCart: () => ask(`mutation { transitionOrderToState(state: "AddingItems") { __typename } }`),
  addItem: () => ask(`mutation { addItemToOrder(productVariantId: "T_2", quantity: 1) { __typename } }`),
  adjustLine: ({ lines: [line] }) =>
    ask(`mutation ($id: ID!) { adjustOrderLine(orderLineId: $id, quantity: 3) { __typename } }`, {
      id: line?.id,
    }),
  removeLine: ({ lines: [line] }) =>
    ask(`mutation ($id: ID!) { removeOrderLine(orderLineId: $id) { __typename } }`, { id: line?.id }),
  applyCoupon: () => ask(`mutation { applyCouponCode(couponCode: "YAZ10") { __typename } }`),
  setAddress: () =>
    ask(`mutation { setOrderShippingAddress(input: {
      fullName: "Ali Veli", streetLine1: "Moda Cad. 2", city: "İstanbul", countryCode: "TR"
    }) { __typename } }`),
  setShipping: () => ask(`mutation { setOrderShippingMethod(shippingMethodId: ["T_2"]) { __typename } }`),
  setCustomer: () =>
    ask(`mutation { setCustomerForOrder(input: {
      emailAddress: "veli-${Math.random()}@example.com", firstName: "Veli", lastName: "Ak"
    }) { __typename } }`),
  login: () => ask(`mutation { login(username: "superadmin", password: "superadmin") { __typename } }`),
  beginAgain: async () => {
    const again = await begin(harness.shop)
    if (again.payLink) await harness.pay(again.payLink).catch(() => undefined)
  },
  cancelOrder: ({ id }) =>
    harness.shop.manage(`mutation ($id: ID!) { cancelOrder(input: { orderId: $id }) { __typename } }`, {
      id,
    }),
  cancelByState: ({ id }) =>
    harness.shop.manage(
      `mutation ($id: ID!) { transitionOrderToState(id: $id, state: "Cancelled") { __typename } }`,
      { id },
    ),
}

function ask(query: string, variables: Record<string, unknown> = {}): Promise<unknown> {
  return harness.shop.ask(query, variables)
}

interface Race {
  readonly begun: BeginResult
  readonly mutation: string
}

/** One order whose payment is notified while one mutation of its shopper or merchant is under way. */
async function race(random: Random): Promise<Race> {
  const begun = await harness.checkout()
  const order = await harness.orderOf(begun)
  const paid = await harness.pay(begun.payLink, held)
  if (random.chance(0.4)) await shopMutations.backToCart?.(order)
  const mutation = random.of(Object.keys(shopMutations))
  const byCallback = random.chance(0.7)
  const notified = byCallback ? deliver(paid) : harness.webhooks()
  await pause(random.below(160))
  await Promise.all([notified, shopMutations[mutation]?.(order).catch(() => undefined)])
  if (random.chance(0.3)) await harness.webhooks()
  return { begun, mutation }
}

const pause = (ms: number) => new Promise<void>((go) => setTimeout(go, ms))

/** What is wrong with an order that was raced for, after everything has come to rest. */
async function flawsOf({ begun, mutation }: Race, kept: number): Promise<string[]> {
  const order = await harness.orderOf(begun)
  const settled = order.payments.filter(({ state }) => state === 'Settled')
  const back = settled.flatMap(({ refunds }) => refunds).reduce((sum, { total }) => sum + total, 0)
  const booked = settled.reduce((sum, { amount }) => sum + amount, 0) - back
  const isPaid = order.state === 'PaymentSettled'
  const seen = `${mutation}: ${order.state}, ${booked} booked, ${kept} kept of ${order.totalWithTax}`
  if (isPaid && (booked !== kept || kept !== order.totalWithTax)) return [seen]
  // The merchant cancelled a paid order: the money waits for his refund, and stands on the order.
  if (!isPaid && kept > 0 && !(order.state === 'Cancelled' && booked === kept)) return [seen]
  return []
}

/** What Craftgate holds in all, in minor units. */
function keptInAll(): number {
  const { captured = '0', refunded = '0' } = harness.sandbox.control.sums().TRY ?? {}
  return Math.round(Number(captured) * 100) - Math.round(Number(refunded) * 100)
}

test(`${ROUNDS} races of every mutation against callback and webhook (RACES_SEED=${SEED}): no payment without its order, none doubled`, async () => {
  const random = new Random(SEED)
  const flaws: string[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const before = keptInAll()
    const raced = await race(random)
    await harness.reconcile()
    flaws.push(...(await flawsOf(raced, keptInAll() - before)))
  }
  expect(flaws).toEqual([])
}, 7_200_000)

test('without the lock, a slow step back to the cart throws a paid order back', async () => {
  jest.spyOn(OrderLockInterceptor.prototype, 'intercept').mockImplementation(async (_, next) => next.handle())
  const begun = await harness.checkout()
  const paid = await harness.pay(begun.payLink, held)
  const reading = new Promise<void>((go) => {
    slow.begun = go
  })
  slow.gate = new Promise((go) => {
    slow.release = go
  })
  const order = await harness.orderOf(begun)
  const back = shopMutations.backToCart?.(order)
  await reading
  await deliver(paid)
  expect(await harness.orderOf(begun)).toMatchObject({ state: 'PaymentSettled' })
  slow.release()
  slow.gate = undefined
  await back
  expect(await harness.orderOf(begun)).toMatchObject({ state: 'AddingItems', payments: [] })
})
