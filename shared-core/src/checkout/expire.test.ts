import { ShopRig } from '../testing/shop-rig'

test('an attempt that nobody started is closed without asking Craftgate', async () => {
  const rig = new ShopRig()
  const record = await rig.checkout.begin(rig.sale())
  const { record: closed, outcome } = await rig.checkout.expire(record)
  expect([closed.state, outcome.kind]).toEqual(['expired', 'expired'])
  expect(rig.craftgate.calls).toEqual([])
})

test('an open page dies at Craftgate', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  expect((await rig.checkout.expire(record)).record.state).toBe('expired')
  expect(rig.craftgate.page(record.token).dead).toBe(true)
})

test('a page that Craftgate closed before is closed here too', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.page(record.token).dead = true
  expect((await rig.checkout.expire(record)).record.state).toBe('expired')
})

test('a page that was declined is closed', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.decline(record.token)
  const { record: closed } = await rig.checkout.expire(record)
  expect(closed).toMatchObject({
    state: 'expired',
    note: expect.stringMatching(/^Declined.*closed by the shop$/),
  })
})

test('a page that was paid is settled instead', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  expect((await rig.checkout.expire(record)).record.state).toBe('captured')
})

test('money that came in between is found, because Craftgate is asked after the page was closed', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.before = async (call) => {
    if (call === 'expire') rig.craftgate.pay(record.token)
  }
  expect((await rig.checkout.expire(record)).record.state).toBe('captured')
})

test('a payment at the bank keeps the attempt open, to be followed', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token, { paymentStatus: 'CALLBACK_THREEDS' })
  expect((await rig.checkout.expire(record)).record.state).toBe('open')
})

test('what is paid cannot expire', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token)
  await rig.settle(record)
  expect((await rig.checkout.expire(record)).record.state).toBe('captured')
  expect(rig.craftgate.calls).not.toContain('expire')
})

test('when Craftgate is away the attempt stays open', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.goDown()
  await expect(rig.checkout.expire(record)).rejects.toMatchObject({ kind: 'unavailable' })
  expect((await rig.stored()).state).toBe('open')
})

test('an attempt that was started meanwhile is closed with its page', async () => {
  const rig = new ShopRig()
  const stale = await rig.checkout.begin(rig.sale())
  const { token } = await rig.opened()
  expect((await rig.checkout.expire(stale)).record.state).toBe('expired')
  expect(rig.craftgate.page(token).dead).toBe(true)
})
