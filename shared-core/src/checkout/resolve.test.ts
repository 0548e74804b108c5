import { ShopHarness } from '../testing/shop-harness'
import { resolveCheckout } from './resolve'

const partsOf = (harness: ShopHarness) => ({
  ...harness.shared,
  refundEverything: () => Promise.reject(new Error('resolving moves no money')),
})

test('an attempt without a page is asked about by its payment', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  const paymentId = harness.craftgate.pay(record.token)
  const outcome = await resolveCheckout(partsOf(harness), {
    ...record,
    token: undefined,
    paymentIds: [paymentId],
  })
  expect(outcome).toMatchObject({ kind: 'captured', facts: { paymentId } })
  expect(harness.craftgate.calls).toContain('retrievePayment')
})

test('an attempt that was never started is pending, and nobody is asked', async () => {
  const harness = new ShopHarness()
  const record = await harness.checkout.begin(harness.sale())
  expect(await resolveCheckout(partsOf(harness), record)).toEqual({ kind: 'pending' })
  expect(harness.craftgate.calls).toEqual([])
})

test('a decline that comes as an error is a decline', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.refuse('declined', '10051')
  expect(await resolveCheckout(partsOf(harness), record)).toMatchObject({
    kind: 'declined',
    error: { code: '10051' },
  })
})

test.each(['http-404', 'not-json', '10001'])(
  'a refusal with code %s does not mean that nobody paid',
  async (code) => {
    const harness = new ShopHarness()
    const record = await harness.opened()
    harness.craftgate.refuse('invalid-request', code)
    await expect(resolveCheckout(partsOf(harness), record)).rejects.toMatchObject({ code })
  },
)

test('an unreadable payment moves nothing and is asked about again', async () => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token, { currency: 'XAU' })
  await expect(resolveCheckout(partsOf(harness), record)).rejects.toMatchObject({
    code: 'unreadable-payment',
  })
})

test.each([
  ['WAITING', 13, 'pending'],
  ['WAITING', 15, 'expired'],
  ['INIT_THREEDS', 2, 'expired'],
])('a payment that is %s for %i days is %s', async (paymentStatus, days, kind) => {
  const harness = new ShopHarness()
  const record = await harness.opened()
  harness.craftgate.pay(record.token, { paymentStatus })
  const later = { ...record, expiresAt: new Date(harness.shared.clock().getTime() - days * 86_400_000) }
  expect((await resolveCheckout(partsOf(harness), later)).kind).toBe(kind)
})
