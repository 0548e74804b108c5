import { testCards } from '@craftgate-commerce/sandbox'
import { until } from '../until'
import { expectPaidInTime, expectSingleOutcome } from './shopify/assert-single-outcome'
import { type OpenShopify, openShopify } from './shopify/open-shopify'

/** A process may die with a job in its hands; the minutely job makes that one anew when it is a minute late. */
const UNTIL_REVIVED_MS = 150_000

jest.setTimeout(UNTIL_REVIVED_MS + 30_000)

let open: OpenShopify

beforeAll(async () => {
  open = await openShopify('faults_shopify_crash', {
    env: { SHOPIFY_DEADLINE_MS: '30000', RECONCILE_JOB: 'true' },
  })
})
afterAll(() => open?.stack.stop())

const shopify = () => open.stack.shopify.emulator.control
const heard = (operation: string) =>
  until(
    () =>
      shopify()
        .requests()
        .filter((call) => call.operation === operation).length,
    (count) => count > 0,
  )

test('kill -9 between Craftgate’s yes and Shopify’s resolve: the job alone finishes', async () => {
  const scene = open.scene()
  const attempt = await scene.goToPay(await scene.place())
  // Every try hangs until the process is gone.
  shopify().faults.add({ kind: 'hang', operation: 'paymentSessionResolve', times: 1000 })
  const paying = attempt.shopper.pay({ card: testCards.success }).catch(() => 'the connection broke')
  await heard('paymentSessionResolve')
  await open.stack.shopify.main.stop('SIGKILL')
  await paying
  shopify().faults.clear()
  await scene.expectUnpaid(attempt.order)
  await open.stack.shopify.main.start()
  await expectPaidInTime(scene, attempt.order, UNTIL_REVIVED_MS)
  await expectSingleOutcome(open, scene)
})

test('kill -9 after Shopify took the resolve, before its answer was read: nothing happens twice', async () => {
  const scene = open.scene()
  const attempt = await scene.goToPay(await scene.place())
  shopify().faults.add({ kind: 'drop-after-commit', operation: 'paymentSessionResolve' })
  await attempt.shopper.pay({ card: testCards.success }).catch(() => undefined)
  await open.stack.shopify.main.stop('SIGKILL')
  await open.stack.shopify.main.start()
  await scene.expectPaid(attempt.order)
  const paymentView = await until(
    () => open.store.paymentView(attempt.reference),
    (paymentView) => paymentView.syncStatus === 'synced',
    UNTIL_REVIVED_MS,
  )
  expect(paymentView.syncStatus).toBe('synced')
  await expectSingleOutcome(open, scene)
})

test.each(['refund', 'capture'] as const)(
  'kill -9 while a %s is on its way to Craftgate: it happens once and Shopify learns it, by the job alone',
  async (kind) => {
    const scene = open.scene()
    const { order } = await scene.buy(kind === 'capture' ? { phase: 'PRE_AUTH' } : {})
    const path = kind === 'capture' ? '/post-auth' : '/payment/v1/refunds'
    await scene.craftgate.loseAnswer(path, { afterMs: 5_000 })
    const pressed =
      kind === 'capture' ? scene.store.capture(order) : scene.store.refund(order, { everything: true })
    const done = async () => {
      const [payment] = await scene.craftgate.paymentsSinceMark()
      return kind === 'capture' ? payment?.phase === 'POST_AUTH' : (payment?.refunds.length ?? 0) > 0
    }
    expect(await until(done, Boolean)).toBe(true)
    await open.stack.shopify.main.stop('SIGKILL')
    await open.stack.shopify.main.start()
    await pressed.catch(() => undefined)
    const ended = await until(
      () => scene.look(order),
      ({ paid, refunded }) => (kind === 'capture' ? paid : refunded) === order.total,
      UNTIL_REVIVED_MS,
    )
    expect(kind === 'capture' ? ended.paid : ended.refunded).toBe(order.total)
    await expectSingleOutcome(open, scene)
  },
)

test('kill -9 right after a refund was accepted, before anything was asked of Craftgate', async () => {
  const scene = open.scene()
  const { order } = await scene.buy()
  await scene.craftgate.down()
  const pressed = scene.store.refund(order, { amount: 700 }).catch(() => undefined)
  await until(
    async () => (await scene.look(order)).refundPending,
    (pending) => pending === 700,
  )
  await open.stack.shopify.main.stop('SIGKILL')
  await scene.craftgate.up()
  await open.stack.shopify.main.start()
  await pressed
  const ended = await until(
    () => scene.look(order),
    ({ refunded }) => refunded === 700,
    UNTIL_REVIVED_MS,
  )
  expect(ended.refunded).toBe(700)
  await expectSingleOutcome(open, scene)
})

test('kill -9 after Shopify took the resolve, then Shopify denies the app: nobody gives the order’s money back', async () => {
  const scene = open.scene()
  const attempt = await scene.goToPay(await scene.place())
  // Taken, and its answer is still under way when the process dies.
  shopify().faults.add({ kind: 'drop-after-commit', operation: 'paymentSessionResolve' })
  const paying = attempt.shopper.pay({ card: testCards.success }).catch(() => undefined)
  await heard('paymentSessionResolve')
  await open.stack.shopify.main.stop('SIGKILL')
  shopify().faults.add({ kind: 'access-denied', operation: 'paymentSessionResolve', times: 2 })
  await open.stack.shopify.main.start()
  await paying
  await until(
    () => open.store.paymentView(attempt.reference),
    ({ syncStatus }) => syncStatus === 'synced',
    UNTIL_REVIVED_MS,
  )
  await scene.expectPaid(attempt.order)
  await expectSingleOutcome(open, scene)
})
