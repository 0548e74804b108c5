import { testCards } from '@craftgate-commerce/sandbox'
import { until } from '../until'
import { expectPaidInTime, expectSingleOutcome } from './shopify/assert-single-outcome'
import { type OpenShopify, openShopify } from './shopify/open-shopify'

// The retry policy is five thousand times faster here: an hour of Shopify's is less than a second, but for the half second in
// which jobs are looked for.

let open: OpenShopify

beforeAll(async () => {
  open = await openShopify('faults_shopify_away', {
    env: { RETRY_SCALE: '0.0002', SHOPIFY_DEADLINE_MS: '400' },
  })
})
afterAll(() => open?.stack.stop())

const shopify = () => open.stack.shopify.emulator.control
const calls = (operation: string) =>
  shopify()
    .requests()
    .filter((call) => call.operation === operation)

test('Shopify is away for two hours after the shopper paid: the order is placed once, without anybody’s help', async () => {
  const scene = open.scene()
  const attempt = await scene.goToPay(await scene.place())
  shopify().down()
  const before = calls('paymentSessionResolve').length
  await attempt.shopper.pay({ card: testCards.success })
  await until(
    () => calls('paymentSessionResolve').length - before,
    (attempts) => attempts >= 8,
  )
  await scene.expectUnpaid(attempt.order)
  shopify().up()
  await expectPaidInTime(scene, attempt.order)
  await expectSingleOutcome(open, scene)
})

test('a refund that Shopify began before it went away is made once, and told when it is back', async () => {
  const scene = open.scene()
  const { order } = await scene.buy()
  shopify().down()
  const before = calls('refundSessionResolve').length
  const refund = await scene.store.refund(order, { amount: 1000 })
  expect(refund.state).toBe('pending')
  await until(
    () => calls('refundSessionResolve').length - before,
    (attempts) => attempts >= 5,
  )
  expect(await scene.look(order)).toMatchObject({ refunded: 0, refundPending: 1000 })
  shopify().up()
  expect(
    await until(
      () => scene.look(order),
      ({ refunded }) => refunded === 1000,
    ),
  ).toMatchObject({ refunded: 1000 })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunds).toHaveLength(1)
  await expectSingleOutcome(open, scene)
})

test.each(['paymentSessionResolve', 'refundSessionResolve'])(
  'the answer to %s is lost after it took effect: it is told again, and nothing happens twice',
  async (operation) => {
    const scene = open.scene()
    shopify().faults.add({ kind: 'drop-after-commit', operation, times: 2 })
    const { order } = await scene.buy()
    await expectPaidInTime(scene, order)
    await scene.store.refund(order, { amount: 500 })
    expect(
      (
        await until(
          () => scene.look(order),
          ({ refunded }) => refunded === 500,
        )
      ).refunded,
    ).toBe(500)
    const settled = () =>
      open.store.checkout(order).then(({ order: now }) => open.store.paymentView(now?.sessionId ?? ''))
    const paymentView = await until(settled, ({ sessions }) =>
      sessions.every(({ lastError }) => lastError === null),
    )
    expect(paymentView.sessions.map(({ lastError }) => lastError)).toEqual([null])
    await expectSingleOutcome(open, scene)
  },
)

test.each(['throttled', 'status', 'malformed', 'drop-before', 'hang'] as const)(
  'an answer that is no answer (%s) is tried again',
  async (kind) => {
    const scene = open.scene()
    shopify().faults.add({ kind, operation: 'paymentSessionResolve', status: 502, times: 3 })
    const attempt = await scene.goToPay(await scene.place())
    void attempt.shopper.pay({ card: testCards.success })
    await expectPaidInTime(scene, attempt.order)
    await expectSingleOutcome(open, scene)
  },
)

test('a token that has ended is renewed once for all who need it', async () => {
  const scene = open.scene()
  const [one, two] = [await scene.goToPay(await scene.place()), await scene.goToPay(await scene.place())]
  shopify().expireTokens('zerdali.myshopify.com')
  await Promise.all([one, two].map(({ shopper }) => shopper.pay({ card: testCards.success })))
  for (const { order } of [one, two]) {
    await expectPaidInTime(scene, order)
  }
  await expectSingleOutcome(open, scene)
})

test.each(['shop-inactive', 'access-denied'] as const)(
  'Shopify will never take the payment (%s): the money goes back, and the merchant finds out why',
  async (kind) => {
    const scene = open.scene()
    const attempt = await scene.goToPay(await scene.place())
    shopify().faults.add({ kind, operation: 'paymentSessionResolve' })
    await attempt.shopper.pay({ card: testCards.success })
    await until(
      () => scene.craftgate.heldSinceMark(),
      (held) => held === 0,
    )
    expect(await scene.craftgate.heldSinceMark()).toBe(0)
    await scene.expectUnpaid(attempt.order)
    const paymentView = await open.store.paymentView(attempt.reference)
    expect(paymentView).toMatchObject({
      syncStatus: 'rejected',
      lastError: expect.stringMatching(/SHOP_INACTIVE|ACCESS_DENIED/),
    })
    await expectSingleOutcome(open, scene)
  },
)

test('Shopify stays away longer than the retry policy lasts: the payment stands still in sight, and a button ends it', async () => {
  const scene = open.scene()
  const attempt = await scene.goToPay(await scene.place())
  shopify().down()
  await attempt.shopper.pay({ card: testCards.success })
  const paymentView = () => open.store.paymentView(attempt.reference)
  const exhausted = await until(paymentView, ({ syncStatus }) => syncStatus === 'exhausted', 110_000)
  expect(exhausted.syncStatus).toBe('exhausted')
  expect(await scene.craftgate.heldSinceMark()).toBe(attempt.order.total)
  shopify().up()
  await scene.store.askAgain(attempt.reference)
  await scene.expectPaid(attempt.order)
  await expectSingleOutcome(open, scene)
}, 150_000)
