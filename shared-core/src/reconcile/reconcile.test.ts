import { orderOf, ShopRig } from '../testing/shop-rig'

test('lost callback, lost webhook: reconcile finds the payment', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  rig.pass(3)
  expect(await rig.reconcile()).toMatchObject({ checkouts: 1, troubles: [] })
  expect((await rig.stored()).state).toBe('captured')
})

test('an attempt that was written a moment ago is left to its callback', async () => {
  const rig = new ShopRig()
  await rig.opened()
  rig.pass(1)
  expect(await rig.reconcile()).toMatchObject({ checkouts: 0 })
})

test('a page that nobody paid is closed after its time', async () => {
  const rig = new ShopRig()
  await rig.opened()
  rig.pass(36)
  await rig.reconcile()
  expect((await rig.stored()).state).toBe('expired')
})

test('a payment under review is followed to its end', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  const id = rig.craftgate.pay(record.token, { fraudAction: 'REVIEW' })
  await rig.settle(record)
  rig.craftgate.pay(record.token, { id })
  rig.pass(3)
  await rig.reconcile()
  expect((await rig.stored()).state).toBe('captured')
})

test('money on its way back is followed, and told as a trouble until it is there', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  rig.platform.order('order-1').snapshot = orderOf(5)
  rig.giveBackAnswer = 'waiting'
  rig.pass(3)
  expect((await rig.reconcile()).troubles).toEqual([expect.stringMatching(/is not back yet$/)])
  rig.giveBackAnswer = 'done'
  rig.pass(3)
  expect((await rig.reconcile()).troubles).toEqual([])
  expect((await rig.stored()).state).toBe('refunded')
})

test('an attempt that nobody went to pay is closed after a day, not before', async () => {
  const rig = new ShopRig()
  await rig.checkout.begin(rig.sale())
  rig.pass(23 * 60)
  await rig.reconcile()
  expect((await rig.stored()).state).toBe('created')
  rig.pass(61)
  await rig.reconcile()
  expect((await rig.stored()).state).toBe('expired')
})

test('one that fails does not stop the others, and is one sentence of the report', async () => {
  const rig = new ShopRig()
  const tokens: string[] = []
  for (let n = 1; n <= 10; n++) {
    rig.platform.addOrder(`o${n}`, orderOf(10_000))
    tokens.push((await rig.opened({ reference: `s${n}`, order: `o${n}` })).token)
  }
  for (const token of tokens) rig.craftgate.pay(token)
  rig.craftgate.pay(tokens[4] ?? '', { currency: 'XAU' })
  rig.pass(3)
  const report = await rig.reconcile()
  const broken = await rig.stored('s5')
  expect(report).toMatchObject({ checkouts: 9, troubles: [expect.stringContaining(broken.id)] })
  expect(rig.platform.checkouts.all().filter(({ state }) => state === 'captured')).toHaveLength(9)
})

test('Craftgate is asked about a few at a time', async () => {
  const rig = new ShopRig()
  for (let n = 1; n <= 12; n++) await rig.opened({ reference: `s${n}` })
  let now = 0
  let most = 0
  rig.craftgate.before = async () => {
    now += 1
    most = Math.max(most, now)
    await new Promise(setImmediate)
    now -= 1
  }
  rig.pass(3)
  expect(await rig.reconcile()).toMatchObject({ checkouts: 12 })
  expect(most).toBe(4)
})

test('a shop that cannot list its checkouts is a trouble, and money calls are still followed', async () => {
  const rig = new ShopRig()
  rig.platform.failures.set('openCheckouts', 1)
  const report = await rig.reconcile()
  expect(report.troubles).toEqual([expect.stringMatching(/open, review, refunding could not be read/)])
  expect(rig.resumed).toBe(1)
})

test('money calls are followed up to the moment that counts as silent, and their troubles are told', async () => {
  const rig = new ShopRig()
  rig.resume = async (query) => ({ settled: 2, troubles: [`before ${query?.before?.toISOString()}`] })
  expect(await rig.reconcile()).toEqual({
    checkouts: 0,
    operations: 2,
    troubles: ['before 2026-03-01T09:58:00.000Z'],
  })
})
