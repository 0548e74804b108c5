// What is written down for figures, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import type { BeginRequest, OperationRequest } from '../commerce'
import type { SalesEntry } from '../platform'
import { DirectShop, locationOf } from '../testing/direct-shop'
import { orderOf, ShopHarness } from '../testing/shop-harness'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const PRICE = 124_990

const entries = (): readonly SalesEntry[] => [...shop.platform.entries.values()]
const kinds = () => entries().map(({ kind, amount }) => [kind, amount.minor])

async function goToPay(over: Partial<BeginRequest> = {}): Promise<Shopper> {
  const { payLink } = await shop.begin(over)
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(payLink)))
  return shopper
}

async function buy(over: Partial<BeginRequest> = {}, installment = 1): Promise<OperationRequest> {
  const shopper = await goToPay(over)
  await shopper.pay({ card: testCards.success, installment, deliver: false })
  const { record } = await shop.settle()
  return { account: record.account, paymentId: record.paymentIds[0] ?? 0, key: 'op-1' }
}

const tl = (minor: number) => ({ minor, currency: 'TRY' as const })

test('a purchase in instalments counts the order’s money; what the card was charged stands beside it', async () => {
  await buy({}, 3)
  const [sale] = entries()
  expect(sale).toMatchObject({
    kind: 'sale',
    reference: 's1',
    amount: tl(PRICE),
    installment: 3,
    method: 'CARD',
    at: shop.sandbox.control.clock.now(),
  })
  expect(sale?.paid).toBeGreaterThan(PRICE)
  expect(sale?.bank).toBeTruthy()
  expect(sale?.pos).toBeTruthy()
})

test('what the bank keeps of what the card was charged, and when it pays the rest', async () => {
  await buy({}, 3)
  const [sale] = entries()
  expect(sale?.charged).toBe(sale?.paid)
  // 4.75 % of 1,296.77 TRY; instalments are blocked for 30 days.
  expect(sale).toMatchObject({ charged: 129_677, bankCommission: 6_160 })
  const days = (sale?.blockageResolvedAt?.getTime() ?? 0) - shop.sandbox.control.clock.now().getTime()
  expect(Math.round(days / 86_400_000)).toBe(30)
})

test('two declined payments before a success are three entries of one purchase', async () => {
  const shopper = await goToPay()
  for (const card of [testCards.notSufficientFunds, testCards.doNotHonour]) {
    await shopper.pay({ card })
    await shop.settle()
    await shop.settle()
  }
  await shopper.pay({ card: testCards.success, deliver: false })
  await shop.settle()
  expect(entries().map(({ kind, errorGroup, reference }) => [kind, errorGroup, reference])).toEqual([
    ['declined', 'NOT_SUFFICIENT_FUNDS', 's1'],
    ['declined', 'DO_NOT_HONOUR', 's1'],
    ['sale', undefined, 's1'],
  ])
})

const tries = () =>
  entries()
    .map(({ kind, errorGroup }) => [kind, errorGroup])
    .toSorted()

test('what was declined in place on the page is entered when the purchase is paid, each once and at its own time', async () => {
  const shopper = await goToPay()
  for (const card of [testCards.notSufficientFunds, testCards.doNotHonour]) await shopper.pay({ card })
  await shop.sandbox.control.clock.advance({ minutes: 3 })
  await shopper.pay({ card: testCards.success, deliver: false })
  for (let again = 0; again < 3; again++) await shop.settle()
  await shop.sandbox.control.clock.advance({ minutes: 10 })
  await shop.commerce.reconcile()
  expect(tries()).toEqual([
    ['declined', 'DO_NOT_HONOUR'],
    ['declined', 'NOT_SUFFICIENT_FUNDS'],
    ['sale', undefined],
  ])
  expect(entries().find(({ kind }) => kind === 'declined')?.at).toEqual(new Date('2026-03-02T09:00:00Z'))
})

test('of a purchase that was given up each declined payment is entered once', async () => {
  const shopper = await goToPay()
  for (const card of [testCards.notSufficientFunds, testCards.doNotHonour]) await shopper.pay({ card })
  await shop.sandbox.control.clock.advance({ days: 2 })
  await shop.commerce.reconcile()
  expect((await shop.attempt()).state).toBe('expired')
  await shop.sandbox.control.clock.advance({ days: 2 })
  await shop.commerce.reconcile()
  expect(tries()).toEqual([
    ['declined', 'DO_NOT_HONOUR'],
    ['declined', 'NOT_SUFFICIENT_FUNDS'],
  ])
})

test('declined payments that could not be read when the order was paid are read at the next check', async () => {
  const shopper = await goToPay()
  await shopper.pay({ card: testCards.notSufficientFunds })
  await shopper.pay({ card: testCards.success, deliver: false })
  shop.platform.failures.set('sales', 2)
  expect((await shop.settle()).record.state).toBe('captured')
  expect(tries()).toEqual([])
  await shop.sandbox.control.clock.advance({ minutes: 10 })
  await shop.commerce.reconcile()
  expect(tries()).toEqual([['declined', 'NOT_SUFFICIENT_FUNDS']])
})

/** How often Craftgate's reports were searched. */
const searches = () =>
  shop.sandbox.control
    .requests()
    .filter(({ path }) => path.split('?')[0] === '/payment-reporting/v1/payments').length
const checkAfter = async (minutes: number) => {
  await shop.sandbox.control.clock.advance({ minutes })
  await shop.commerce.reconcile()
}

test('a purchase whose tries are all over when it is paid costs one search, and its check none', async () => {
  const shopper = await goToPay()
  await shopper.pay({ card: testCards.notSufficientFunds })
  await shopper.pay({ card: testCards.success, deliver: false })
  await shop.settle()
  expect([searches(), tries()]).toEqual([
    1,
    [
      ['declined', 'NOT_SUFFICIENT_FUNDS'],
      ['sale', undefined],
    ],
  ])
  await checkAfter(10)
  expect([searches(), (await shop.attempt()).state]).toEqual([1, 'captured'])
})

test('a try that was still at the bank when another paid is asked about again, and its late decline found', async () => {
  const shopper = await goToPay()
  const other = new Shopper()
  await other.open(shopper.page.url)
  await other.pay({ card: testCards.world, threeDS: 'stay' })
  await shopper.pay({ card: testCards.success, deliver: false })
  await shop.settle()
  expect([searches(), tries()]).toEqual([1, [['sale', undefined]]])
  await other.answerBank('ok')
  await checkAfter(10)
  expect(searches()).toBe(2)
  expect(tries()).toEqual([
    ['declined', undefined],
    ['sale', undefined],
  ])
})

test('a search that failed, or did not list the payment yet, is made again at the check', async () => {
  const shopper = await goToPay()
  await shopper.pay({ card: testCards.notSufficientFunds })
  await shopper.pay({ card: testCards.success, deliver: false })
  const match = { pathRegex: '/payment-reporting/v1/payments$' }
  shop.sandbox.control.faults.add({ match, kind: 'status', status: 503, times: 20 })
  await shop.settle()
  expect(tries()).toEqual([['sale', undefined]])
  shop.sandbox.control.faults.clear()
  await checkAfter(10)
  expect(tries()).toContainEqual(['declined', 'NOT_SUFFICIENT_FUNDS'])
})

test('a purchase that was given up is searched for when its page ends and an hour later, then no more', async () => {
  const shopper = await goToPay()
  await shopper.pay({ card: testCards.notSufficientFunds })
  await checkAfter(2 * 24 * 60)
  expect([(await shop.attempt()).state, searches()]).toEqual(['expired', 1])
  await checkAfter(61)
  expect(searches()).toBe(2)
  await checkAfter(24 * 60)
  expect([searches(), tries()]).toEqual([2, [['declined', 'NOT_SUFFICIENT_FUNDS']]])
})

test('however often it is told, a sale is one entry of the time when it was told first', async () => {
  await buy()
  const [{ at } = {}] = entries()
  await shop.sandbox.control.clock.advance({ minutes: 10 })
  await shop.settle()
  await shop.commerce.reconcile()
  expect(entries()).toMatchObject([{ kind: 'sale', at }])
})

test('a partial refund takes its part back, and a refused one nothing', async () => {
  const payment = await buy()
  await shop.commerce.refund({ ...payment, amount: tl(10_000) })
  await shop.commerce.refund({ ...payment, key: 'op-2', amount: tl(PRICE) })
  await shop.sandbox.control.clock.advance({ minutes: 10 })
  await shop.commerce.reconcile()
  expect(kinds()).toEqual([
    ['sale', PRICE],
    ['refund', 10_000],
  ])
  expect(entries()[1]).toMatchObject({ charged: 10_000 })
  expect(entries()[1]?.bankCommission).toBeUndefined()
})

test('of a refund with its share of interest the card got more than the order', async () => {
  const payment = await buy({}, 3)
  await shop.commerce.refund({ ...payment, amount: tl(10_000) })
  expect(entries()[1]).toMatchObject({ kind: 'refund', amount: tl(10_000), charged: 10_375 })
})

test('a void of what was captured gives it back', async () => {
  await shop.commerce.void(await buy())
  expect(kinds()).toEqual([
    ['sale', PRICE],
    ['refund', PRICE],
  ])
})

describe('a pre-authorization', () => {
  test('is approved, and turned over when it is captured, by as much as is captured', async () => {
    const payment = await buy({ phase: 'PRE_AUTH' })
    expect(kinds()).toEqual([['authorization', PRICE]])
    await shop.commerce.capture({ ...payment, amount: tl(110_000) })
    await shop.settle()
    expect(kinds()).toEqual([
      ['authorization', PRICE],
      ['capture', 110_000],
    ])
  })

  test('its capture tells what the bank keeps of what was captured', async () => {
    const payment = await buy({ phase: 'PRE_AUTH' })
    await shop.commerce.capture({ ...payment, amount: tl(110_000) })
    const [authorization, capture] = entries()
    expect(authorization?.bankCommission).toBeUndefined()
    expect(capture).toMatchObject({ kind: 'capture', charged: 110_000, bankCommission: 2_145 })
    expect(capture?.blockageResolvedAt).toEqual(expect.any(Date))
  })

  test('captured in Craftgate’s panel it tells the same', async () => {
    const harness = new ShopHarness()
    const record = await harness.opened({ phase: 'PRE_AUTH' })
    harness.craftgate.pay(record.token)
    await harness.settle(record)
    const bank = { bankCommissionRate: 1.95, bankCommissionRateAmount: 1.68 }
    harness.craftgate.reportAs(record.token, { paymentPhase: 'POST_AUTH', paidPrice: 86, ...bank })
    harness.pass(6)
    await harness.reconcile()
    const capture = [...harness.platform.entries.values()].at(-1)
    expect(capture).toMatchObject({ kind: 'capture', charged: 8_600, bankCommission: 168 })
  })

  test.each([
    ['all of it', undefined, PRICE],
    ['a part', tl(110_000), 110_000],
  ])('of instalments bears their interest when it is captured: %s', async (_, amount, turnover) => {
    const payment = await buy({ phase: 'PRE_AUTH' }, 3)
    const [{ paid: authorized } = { paid: 0 }] = entries()
    await shop.commerce.capture({ ...payment, amount })
    const [, capture] = entries()
    expect(capture).toMatchObject({ kind: 'capture', amount: tl(turnover) })
    const share = Math.round((authorized * turnover) / PRICE)
    expect(authorized).toBeGreaterThan(PRICE)
    expect(capture?.paid).toBe(share)
  })

  test('its void gives no money back', async () => {
    await shop.commerce.void(await buy({ phase: 'PRE_AUTH' }))
    expect(kinds()).toEqual([['authorization', PRICE]])
  })
})

test('money that no order can take is neither a sale nor a refund', async () => {
  const shopper = await goToPay()
  shop.platform.order('o1').snapshot = orderOf(150_000)
  await shopper.pay({ card: testCards.success, deliver: false })
  expect((await shop.settle()).record.state).toBe('refunded')
  expect(entries()).toEqual([])
})

test('a sale that its order lost is none', async () => {
  await buy()
  const order = shop.platform.order('o1')
  order.payment = undefined
  order.cancelled = true
  shop.platform.recheck = async () => 'unexpected'
  await shop.settle()
  expect(entries().map(({ kind }) => kind)).toEqual(['lost'])
})

test('a figure that cannot be written is logged, and the order is paid', async () => {
  const shopper = await goToPay()
  await shopper.pay({ card: testCards.success, deliver: false })
  shop.platform.failures.set('sales', 1)
  expect((await shop.settle()).record.state).toBe('captured')
  expect(entries()).toEqual([])
  expect(JSON.stringify(shop.logged)).toContain('An entry of the figures could not be written')
})
