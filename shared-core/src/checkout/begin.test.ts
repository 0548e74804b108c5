import { orderOf, ShopRig } from '../testing/shop-rig'
import { writeCheckout } from './record'

const TRY = (minor: number) => ({ minor, currency: 'TRY' as const })

test('an attempt is written down with an id that Craftgate takes and nobody guesses', async () => {
  const rig = new ShopRig()
  const record = await rig.checkout.begin(rig.sale())
  expect(record).toMatchObject({
    reference: 'session-1',
    attempt: 1,
    state: 'created',
    phase: 'AUTH',
    version: 1,
  })
  expect(record.id).toMatch(/^[0-9a-f]{32}$/)
  expect(rig.craftgate.calls).toEqual([])
})

test('another secret makes another id', async () => {
  const one = new ShopRig()
  const two = new ShopRig({ linkSecret: 'another secret of at least 32 characters' })
  const records = await Promise.all([one.checkout.begin(one.sale()), two.checkout.begin(two.sale())])
  expect(records[0].id).not.toBe(records[1].id)
})

test('the same sale twice is the same record, also when both come at once', async () => {
  const rig = new ShopRig()
  const both = await Promise.all([rig.checkout.begin(rig.sale()), rig.checkout.begin(rig.sale())])
  const again = await rig.checkout.begin(rig.sale())
  expect(new Set([...both, again].map(({ id }) => id)).size).toBe(1)
  expect(rig.platform.checkouts.all()).toHaveLength(1)
})

test('a new amount before anybody went to pay is written into the same attempt', async () => {
  const rig = new ShopRig()
  await rig.checkout.begin(rig.sale())
  const record = await rig.checkout.begin(rig.sale({ expected: TRY(20_000) }))
  expect(record).toMatchObject({ attempt: 1, expected: TRY(20_000) })
})

test('a new amount after the page was opened closes the page and is the next attempt', async () => {
  const rig = new ShopRig()
  const first = await rig.opened()
  const second = await rig.checkout.begin(rig.sale({ expected: TRY(20_000) }))
  expect(second).toMatchObject({ attempt: 2, state: 'created', expected: TRY(20_000) })
  expect(rig.platform.checkouts.get(first.id)?.state).toBe('expired')
  expect(rig.craftgate.page(first.token).dead).toBe(true)
})

test('a new amount finds that the earlier page was paid: it is settled, and stays the attempt', async () => {
  const rig = new ShopRig()
  const first = await rig.opened()
  rig.craftgate.pay(first.token)
  const begun = await rig.checkout.begin(rig.sale({ expected: TRY(20_000) }))
  expect(begun).toMatchObject({ id: first.id, state: 'captured' })
  expect(rig.platform.order('order-1').payment?.state).toBe('captured')
})

test('money of an earlier page that the changed order cannot take goes back, and a new attempt begins', async () => {
  const rig = new ShopRig()
  const first = await rig.opened()
  rig.craftgate.pay(first.token)
  rig.platform.order('order-1').snapshot = orderOf(20_000)
  const begun = await rig.checkout.begin(rig.sale())
  expect(rig.platform.checkouts.get(first.id)?.state).toBe('refunded')
  expect(rig.givenBack).toHaveLength(1)
  expect(begun).toMatchObject({ attempt: 2, expected: TRY(20_000) })
})

test('when Craftgate cannot be reached the earlier attempt stays, and the pay link will close it', async () => {
  const rig = new ShopRig()
  const first = await rig.opened()
  rig.craftgate.goDown()
  const begun = await rig.checkout.begin(rig.sale({ expected: TRY(20_000) }))
  expect(begun.id).toBe(first.id)
})

test('an order that was paid may be paid again when the shop asks for another amount', async () => {
  const rig = new ShopRig()
  const first = await rig.opened()
  rig.craftgate.pay(first.token)
  await rig.settle(first)
  expect(await rig.checkout.begin(rig.sale({ expected: TRY(500) }))).toMatchObject({ attempt: 2 })
})

test('a merchant that the options do not know is refused by name', async () => {
  const rig = new ShopRig()
  const begun = rig.checkout.begin(rig.sale({ merchant: 'nobody' }))
  await expect(begun).rejects.toMatchObject({
    kind: 'configuration',
    message: "merchants has no 'nobody'; it has: tr, eu",
  })
})

test('a step that the state table does not know is a bug and is refused', async () => {
  const rig = new ShopRig()
  const record = await rig.checkout.begin(rig.sale())
  const written = writeCheckout({ platform: rig.platform, clock: () => rig.now }, record, {
    state: 'captured',
  })
  await expect(written).rejects.toThrow('A checkout that is created cannot become captured')
})
