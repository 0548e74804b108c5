import { navigate, Shopper, testCards } from '@craftgate-commerce/sandbox'
import { until } from '../until'
import { expectSingleOutcome } from './shopify/assert-single-outcome'
import { type OpenShopify, openShopify } from './shopify/open-shopify'

let open: OpenShopify

beforeAll(async () => {
  open = await openShopify('faults_shopify_sessions', { instances: 2 })
})
afterAll(() => open?.stack.stop())

const shopify = () => open.stack.shopify.emulator.control

test('every session request comes seven times at once: one session, one answer, one payment, one refund', async () => {
  const scene = open.scene()
  shopify().sessionRequests.duplicate(7)
  const { order } = await scene.buy()
  await scene.expectPaid(order)
  expect(await scene.store.refund(order, { everything: true })).toMatchObject({
    state: 'done',
    amount: order.total,
  })
  expect((await scene.craftgate.paymentsSinceMark())[0]?.refunds).toHaveLength(1)
  await expectSingleOutcome(open, scene)
})

test('Shopify gives up waiting for our answer and asks again: the answer is the same', async () => {
  const scene = open.scene()
  shopify().sessionRequests.slow({ answerIgnored: true })
  const { order } = await scene.buy()
  await scene.expectPaid(order)
  await expectSingleOutcome(open, scene)
})

test('two tabs begin at once and both pay: Shopify hears one yes, the other payment goes back', async () => {
  const scene = open.scene()
  const order = await scene.place()
  const links = await Promise.all([1, 2, 3].map(() => scene.store.payLink(order)))
  await Promise.all(
    links.map(async ({ url }) => {
      const shopper = new Shopper()
      await shopper.open(url)
      await shopper.pay({ card: testCards.success })
    }),
  )
  await until(
    () => scene.craftgate.heldSinceMark(),
    (held) => held === order.total,
  )
  await scene.expectPaid(order)
  expect(
    shopify()
      .sessions()
      .filter(({ state, checkoutId }) => checkoutId === order.id && state === 'resolved'),
  ).toHaveLength(1)
  await expectSingleOutcome(open, scene)
})

test('a test session of the same shop is paid with test keys, and its refund too; live keys never meet it', async () => {
  const scene = open.scene()
  shopify().settings('zerdali.myshopify.com', { testMode: true })
  try {
    const { order } = await scene.buy()
    await scene.expectPaid(order)
    expect(await scene.store.refund(order, { everything: true })).toMatchObject({ state: 'done' })
    const payments = open.stack.sandbox.control.payments()
    expect(payments.at(-1)?.merchant).toMatch(/test/i)
  } finally {
    shopify().settings('zerdali.myshopify.com', { testMode: false })
  }
  await expectSingleOutcome(open, scene)
})

test('a mode without Craftgate keys is refused to Shopify as the merchant’s account, and the shopper goes back', async () => {
  const scene = open.scene()
  shopify().settings('ikinci-magaza.myshopify.com', { testMode: true })
  try {
    const order = await scene.place({ secondShop: true })
    const { url, reference } = await scene.store.payLink(order)
    const answer = await navigate(new Request(url))
    expect([200, 303]).toContain(answer.status)
    const session = () =>
      shopify()
        .sessions()
        .find(({ id }) => id === reference)
    const rejected = await until(session, (seen) => seen?.state === 'rejected')
    expect(rejected).toMatchObject({ state: 'rejected', reason: 'MERCHANT_ACCOUNT_ERROR' })
  } finally {
    shopify().settings('ikinci-magaza.myshopify.com', { testMode: false })
  }
  await expectSingleOutcome(open, scene)
})

test.each([
  ['SUCCESS', { state: 'paid' }],
  ['FAILURE', { paid: 0 }],
] as const)(
  'a bank transfer is promised: Shopify waits with the order, and hears when the money came (%s)',
  async (status, ended) => {
    const scene = open.scene()
    const { payments } = open.stack.sandbox.control
    payments.holdNext('WAITING')
    const { order, reference, paid } = await scene.buy()
    expect(paid.response?.location).toContain('/thank-you')
    const session = () =>
      shopify()
        .sessions()
        .find(({ id }) => id === reference)
    expect(session()).toMatchObject({ state: 'pending', pendingReason: 'BUYER_ACTION_REQUIRED' })
    expect(Date.parse(session()?.pendingExpiresAt ?? '')).toBeGreaterThan(Date.now() + 2 * 86_400_000)
    payments.release(status)
    await scene.store.reconcile()
    expect(session()?.state).toBe(status === 'SUCCESS' ? 'resolved' : 'rejected')
    expect(await scene.look(order)).toMatchObject(ended)
    await expectSingleOutcome(open, scene)
  },
)
