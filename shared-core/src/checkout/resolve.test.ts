import { ShopRig } from '../testing/shop-rig'
import { resolveCheckout } from './resolve'

const partsOf = (rig: ShopRig) => ({
  ...rig.shared,
  giveBack: () => Promise.reject(new Error('resolving moves no money')),
})

test('an attempt without a page is asked about by its payment', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  const paymentId = rig.craftgate.pay(record.token)
  const outcome = await resolveCheckout(partsOf(rig), {
    ...record,
    token: undefined,
    paymentIds: [paymentId],
  })
  expect(outcome).toMatchObject({ kind: 'captured', facts: { paymentId } })
  expect(rig.craftgate.calls).toContain('retrievePayment')
})

test('an attempt that was never started is pending, and nobody is asked', async () => {
  const rig = new ShopRig()
  const record = await rig.checkout.begin(rig.sale())
  expect(await resolveCheckout(partsOf(rig), record)).toEqual({ kind: 'pending' })
  expect(rig.craftgate.calls).toEqual([])
})

test('a decline that comes as an error is a decline', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.refuse('declined', '10051')
  expect(await resolveCheckout(partsOf(rig), record)).toMatchObject({
    kind: 'declined',
    error: { code: '10051' },
  })
})

test.each(['http-404', 'not-json', '10001'])(
  'a refusal with code %s does not mean that nobody paid',
  async (code) => {
    const rig = new ShopRig()
    const record = await rig.opened()
    rig.craftgate.refuse('invalid-request', code)
    await expect(resolveCheckout(partsOf(rig), record)).rejects.toMatchObject({ code })
  },
)

test('an unreadable payment moves nothing and is asked about again', async () => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token, { currency: 'XAU' })
  await expect(resolveCheckout(partsOf(rig), record)).rejects.toMatchObject({ code: 'unreadable-payment' })
})

test.each([
  ['WAITING', 13, 'pending'],
  ['WAITING', 15, 'expired'],
  ['INIT_THREEDS', 2, 'expired'],
])('a payment that is %s for %i days is %s', async (paymentStatus, days, kind) => {
  const rig = new ShopRig()
  const record = await rig.opened()
  rig.craftgate.pay(record.token, { paymentStatus })
  const later = { ...record, expiresAt: new Date(rig.shared.clock().getTime() - days * 86_400_000) }
  expect((await resolveCheckout(partsOf(rig), later)).kind).toBe(kind)
})
