import type { ReconcileReport } from '../commerce'
import type { PaymentOperation } from '../platform'
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

const OPEN: PaymentOperation = {
  ...{
    kind: 'refund',
    account: 'tr',
    paymentId: 1,
    key: 'k',
    state: 'unknown',
    amount: { minor: 1, currency: 'TRY' },
  },
  ...{ steps: [], version: 0, createdAt: new Date(0), updatedAt: new Date(0) },
}

describe('in parts', () => {
  /** All parts of a round, each answer of which names the next. */
  async function partsOf(harness: ShopHarness): Promise<ReconcileReport[]> {
    const parts: ReconcileReport[] = []
    for (let after: string | undefined = ''; after !== undefined; after = parts.at(-1)?.next) {
      if (parts.length > 20) throw new Error('The round does not end')
      parts.push(await harness.reconcile({ after }))
    }
    return parts
  }

  async function opened(harness: ShopHarness, count: number): Promise<void> {
    for (let n = 1; n <= count; n++) await harness.opened({ reference: `s${n}` })
    harness.pass(3)
  }

  const counts = (parts: readonly ReconcileReport[]) => parts.map(({ checkouts }) => checkouts)

  test('twenty are looked at in one, and each is once', async () => {
    const harness = new ShopHarness()
    await opened(harness, 45)
    expect(counts(await partsOf(harness))).toEqual([20, 20, 5])
    expect(counts(await partsOf(harness))).toEqual([0])
  })

  test('one that nobody went on with is gone on with by the next round', async () => {
    const harness = new ShopHarness()
    await opened(harness, 45)
    expect(await harness.reconcile({ after: '' })).toMatchObject({ checkouts: 20, next: expect.any(String) })
    expect(counts(await partsOf(harness))).toEqual([20, 5])
  })

  test('what becomes due while a round runs waits for the next round', async () => {
    const harness = new ShopHarness()
    await opened(harness, 25)
    const { next = '' } = await harness.reconcile({ after: '' })
    harness.pass(30)
    expect(await harness.reconcile({ after: next })).toEqual({ checkouts: 5, operations: 0, problems: [] })
  })

  test('money calls that stay open are asked about once in a round', async () => {
    const harness = new ShopHarness()
    for (let n = 1; n <= 50; n++) {
      if (n % 15 === 0) harness.pass(1)
      await harness.platform.saveOperation({ ...OPEN, key: `k${n}`, updatedAt: harness.now })
    }
    harness.pass(60)
    const asked: string[] = []
    harness.resume = async ({ before = harness.now, some } = {}) => {
      const open = harness.platform.openOperations({ before })
      for await (const { key } of some?.(open) ?? open) asked.push(key)
      return { settled: 0, problems: [] }
    }
    expect(await partsOf(harness)).toHaveLength(3)
    expect([...asked].sort()).toEqual(Array.from({ length: 50 }, (_, index) => `k${index + 1}`).sort())
  })

  test('a shop that writes nothing any more does not keep a round from its end', async () => {
    const harness = new ShopHarness()
    await opened(harness, 30)
    harness.platform.failures.set('saveCheckout', Number.POSITIVE_INFINITY)
    const [first, second, ...more] = await partsOf(harness)
    expect(first?.problems.length).toBeGreaterThanOrEqual(20)
    expect([second, more]).toEqual([{ checkouts: 0, operations: 0, problems: [] }, []])
  })

  test.each(['nonsense', 'eyJzdGFnZSI6Im5vbmUifQ'])(
    '%s is no part, and the field is named',
    async (after) => {
      await expect(new ShopHarness().reconcile({ after })).rejects.toMatchObject({
        code: 'bad-part',
        message: expect.stringMatching(/^"after" must be empty, or "next"/),
      })
    },
  )
})
