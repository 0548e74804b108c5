import { ShopHarness } from '../testing/shop-harness'

test('an attempt that nobody started is closed without asking Craftgate', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  const { record: closed, outcome } = await harness.checkout.expire(record)
  expect([closed.state, outcome.kind]).toEqual(['expired', 'expired'])
  expect(harness.craftgate.calls).toEqual([])
})

test('an open page dies at Craftgate', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  expect((await harness.checkout.expire(record)).record.state).toBe('expired')
  expect(harness.craftgate.page(record.token).dead).toBe(true)
})

test('a page that Craftgate closed before is closed here too', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.page(record.token).dead = true
  expect((await harness.checkout.expire(record)).record.state).toBe('expired')
})

test('a page that was declined is closed', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.decline(record.token)
  const { record: closed } = await harness.checkout.expire(record)
  expect(closed).toMatchObject({
    state: 'expired',
    note: expect.stringMatching(/^Declined.*closed by the shop$/),
  })
})

test('a page that was paid is settled instead', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  expect((await harness.checkout.expire(record)).record.state).toBe('captured')
})

test('money that came in between is found, because Craftgate is asked after the page was closed', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.before = async (call) => {
    if (call === 'expire') harness.craftgate.pay(record.token)
  }
  expect((await harness.checkout.expire(record)).record.state).toBe('captured')
})

test('a payment at the bank keeps the attempt open, to be followed', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token, { paymentStatus: 'CALLBACK_THREEDS' })
  expect((await harness.checkout.expire(record)).record.state).toBe('open')
})

test('what is paid cannot expire', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token)
  await harness.settle(record)
  expect((await harness.checkout.expire(record)).record.state).toBe('captured')
  expect(harness.craftgate.calls).not.toContain('expire')
})

test('when Craftgate is away the attempt stays open', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.goDown()
  await expect(harness.checkout.expire(record)).rejects.toMatchObject({ kind: 'unavailable' })
  expect((await harness.stored()).state).toBe('open')
})

test('an attempt that was started meanwhile is closed with its page', async () => {
  const harness = new ShopHarness()
  const stale = await harness.checkout.begin(harness.sale())
  const { token } = await harness.opened()
  expect((await harness.checkout.expire(stale)).record.state).toBe('expired')
  expect(harness.craftgate.page(token).dead).toBe(true)
})
