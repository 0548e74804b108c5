import { orderOf, ShopHarness } from '../testing/shop-harness'

test('lost callback, lost webhook: reconcile finds the payment', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  harness.pass(3)
  expect(await harness.reconcile()).toMatchObject({ checkouts: 1, problems: [] })
  expect((await harness.stored()).state).toBe('captured')
})

test('an attempt that was written a moment ago is left to its callback', async () => {
  const harness = new ShopHarness()
  await harness.opened()
  harness.pass(1)
  expect(await harness.reconcile()).toMatchObject({ checkouts: 0 })
})

test('a page that nobody paid is closed after its time', async () => {
  const harness = new ShopHarness()
  await harness.opened()
  harness.pass(36)
  await harness.reconcile()
  expect((await harness.stored()).state).toBe('expired')
})

test('a payment under review is followed to its end', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  const id = harness.craftgate.pay(record.token, { fraudAction: 'REVIEW' })
  await harness.settle(record)
  harness.craftgate.pay(record.token, { id })
  harness.pass(3)
  await harness.reconcile()
  expect((await harness.stored()).state).toBe('captured')
})

test('money on its way back is followed, and told as a problem until it is there', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  harness.platform.order('order-1').snapshot = orderOf(5)
  harness.giveBackAnswer = 'waiting'
  harness.pass(3)
  expect((await harness.reconcile()).problems).toEqual([expect.stringMatching(/is not back yet$/)])
  harness.giveBackAnswer = 'done'
  harness.pass(3)
  expect((await harness.reconcile()).problems).toEqual([])
  expect((await harness.stored()).state).toBe('refunded')
})

test('an attempt that nobody went to pay is closed after a day, not before', async () => {
  const harness = new ShopHarness()
  await harness.checkout.begin(harness.sale())
  harness.pass(23 * 60)
  await harness.reconcile()
  expect((await harness.stored()).state).toBe('created')
  harness.pass(61)
  await harness.reconcile()
  expect((await harness.stored()).state).toBe('expired')
})

test('one that fails does not stop the others, and is one sentence of the report', async () => {
  const harness = new ShopHarness()
  const tokens: string[] = []
  for (let n = 1; n <= 10; n++) {
    harness.platform.addOrder(`o${n}`, orderOf(10_000))
    tokens.push((await harness.opened({ reference: `s${n}`, order: `o${n}` })).token)
  }
  for (const token of tokens) harness.craftgate.pay(token)
  harness.craftgate.pay(tokens[4] ?? '', { currency: 'XAU' })
  harness.pass(3)
  const report = await harness.reconcile()
  const broken = await harness.stored('s5')
  expect(report).toMatchObject({ checkouts: 9, problems: [expect.stringContaining(broken.id)] })
  expect(harness.platform.checkouts.all().filter(({ state }) => state === 'captured')).toHaveLength(9)
})

test('Craftgate is asked about a few at a time', async () => {
  const harness = new ShopHarness()
  for (let n = 1; n <= 12; n++) await harness.opened({ reference: `s${n}` })
  let now = 0
  let most = 0
  harness.craftgate.before = async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise(setImmediate)
    now -= 1
  }
  harness.pass(3)
  expect(await harness.reconcile()).toMatchObject({ checkouts: 12 })
  expect(most).toBe(4)
})

test('a shop that cannot list its checkouts is a problem, and money calls are still followed', async () => {
  const harness = new ShopHarness()
  harness.platform.failures.set('dueCheckouts', 1)
  const report = await harness.reconcile()
  expect(report.problems).toEqual([expect.stringMatching(/due to be checked could not be read/)])
  expect(harness.resumed).toBe(1)
})

test('money calls are followed up to the moment that counts as silent, and their problems are told', async () => {
  const harness = new ShopHarness()
  harness.resume = async (query) => ({ settled: 2, problems: [`before ${query?.before?.toISOString()}`] })
  expect(await harness.reconcile()).toEqual({
    checkouts: 0,
    operations: 2,
    problems: ['before 2026-03-01T09:58:00.000Z'],
  })
})
