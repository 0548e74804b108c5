import { orderOf, ShopHarness } from '../testing/shop-harness'
import { writeCheckout } from './record'

const TRY = (minor: number) => ({ minor, currency: 'TRY' as const })

test('an attempt is written down with an id that Craftgate takes and nobody guesses', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  expect(record).toMatchObject({
    reference: 'session-1',
    attempt: 1,
    state: 'created',
    phase: 'AUTH',
    version: 1,
  })
  expect(record.id).toMatch(/^[0-9a-f]{32}$/)
  expect(harness.craftgate.calls).toEqual([])
})

test('another secret makes another id', async () => {
  const one = new ShopHarness()
  const two = new ShopHarness({ linkSecret: 'another secret of at least 32 characters' })
  const records = await Promise.all([one.checkout.begin(one.sale()), two.checkout.begin(two.sale())])
  expect(records[0].id).not.toBe(records[1].id)
})

test('the same sale twice is the same record, also when both come at once', async () => {
  const harness = new ShopHarness()
  const both = await Promise.all([
    harness.checkout.begin(harness.sale()),
    harness.checkout.begin(harness.sale()),
  ])
  const again = await harness.checkout.begin(harness.sale())
  expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1)
  expect(harness.platform.checkouts.all()).toHaveLength(1)
})

test('a new amount before anybody went to pay is written into the same attempt', async () => {
  const harness = new ShopHarness()
  await harness.checkout.begin(harness.sale())
  const record = await harness.checkout.begin(harness.sale({ expected: TRY(20_000) }))
  expect(record).toMatchObject({ attempt: 1, expected: TRY(20_000) })
})

test('a new amount after the page was opened closes the page and is the next attempt', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  const second = await harness.checkout.begin(harness.sale({ expected: TRY(20_000) }))
  expect(second).toMatchObject({ attempt: 2, state: 'created', expected: TRY(20_000) })
  expect(harness.platform.checkouts.get(first.id)?.state).toBe('expired')
  expect(harness.craftgate.page(first.token).dead).toBe(true)
})

test('a new amount finds that the earlier page was paid: it is settled, and stays the attempt', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.craftgate.pay(first.token)
  const begun = await harness.checkout.begin(harness.sale({ expected: TRY(20_000) }))
  expect(begun).toMatchObject({ id: first.id, state: 'captured' })
  expect(harness.platform.order('order-1').payment?.state).toBe('captured')
})

test('money of an earlier page that the changed order cannot take goes back, and a new attempt begins', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.craftgate.pay(first.token)
  harness.platform.order('order-1').snapshot = orderOf(20_000)
  const begun = await harness.checkout.begin(harness.sale())
  expect(harness.platform.checkouts.get(first.id)?.state).toBe('refunded')
  expect(harness.givenBack).toHaveLength(1)
  expect(begun).toMatchObject({ attempt: 2, expected: TRY(20_000) })
})

test('when Craftgate cannot be reached the earlier attempt stays, and the pay link will close it', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.craftgate.goDown()
  const begun = await harness.checkout.begin(harness.sale({ expected: TRY(20_000) }))
  expect(begun.id).toBe(first.id)
})

test('the same sale again is the same attempt, and remembers the request that came last', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened({ context: { language: 'tr', code: 'T-1' } })
  const again = await harness.checkout.begin(harness.sale({ context: { language: 'en', code: 'T-1' } }))
  expect(again).toMatchObject({ id: first.id, state: 'open', context: { language: 'en', code: 'T-1' } })
})

describe('inside a transaction of the shop', () => {
  const changed = async (harness: ShopHarness) => {
    const first = await harness.opened()
    const calls = harness.craftgate.calls.length
    const second = await harness.checkout.begin(
      harness.sale({ expected: TRY(20_000), closeEarlier: 'when-opened' }),
    )
    expect(second).toMatchObject({ attempt: 2, state: 'created', expected: TRY(20_000) })
    expect(harness.craftgate.calls).toHaveLength(calls)
    return { first, second }
  }

  test('a new amount asks nothing of Craftgate; whoever opens the link closes the earlier page first', async () => {
    const harness = new ShopHarness()
    const { first, second } = await changed(harness)
    harness.platform.order('order-1').snapshot = orderOf(20_000)
    expect(await harness.checkout.start(second)).toMatchObject({ kind: 'page' })
    expect(harness.craftgate.page(first.token).dead).toBe(true)
    expect(harness.platform.checkouts.get(first.id)?.state).toBe('expired')
  })

  test('an earlier page that was paid after all leads back to the shop, and no other page is opened', async () => {
    const harness = new ShopHarness()
    const { first, second } = await changed(harness)
    harness.craftgate.pay(first.token)
    const started = await harness.checkout.start(second)
    expect(started).toMatchObject({
      kind: 'finished',
      settled: { record: { id: first.id, state: 'captured' } },
    })
    expect(harness.platform.checkouts.get(second.id)?.state).toBe('created')
  })
})

test('an order that was paid may be paid again when the shop asks for another amount', async () => {
  const harness = new ShopHarness()
  const first = await harness.opened()
  harness.craftgate.pay(first.token)
  await harness.settle(first)
  expect(await harness.checkout.begin(harness.sale({ expected: TRY(500) }))).toMatchObject({ attempt: 2 })
})

test('a merchant that the options do not know is refused by name', async () => {
  const harness = new ShopHarness()
  const begun = harness.checkout.begin(harness.sale({ merchant: 'nobody' }))
  await expect(begun).rejects.toMatchObject({
    kind: 'configuration',
    message: "merchants has no 'nobody'; it has: tr, eu",
  })
})

test('a step that the state table does not know is a bug and is refused', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  const written = writeCheckout(harness.shared, record, { state: 'captured' })
  await expect(written).rejects.toThrow('A checkout that is created cannot become captured')
})
