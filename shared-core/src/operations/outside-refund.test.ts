// Money that the merchant gave back without Craftgate is marked there, once, over the real wire against the emulator.
import { Shopper, testCards } from '@craftgate-commerce/sandbox'
import { money } from '../money'
import { DirectShop, locationOf } from '../testing/direct-shop'

let shop: DirectShop

beforeAll(async () => {
  shop = await DirectShop.start()
})
afterAll(() => shop.close())
beforeEach(() => shop.reset())

const ALL = money(124_990, 'TRY')
const PART = money(50_000, 'TRY')

/** By a card whose bank refuses refunds. */
async function paid() {
  const shopper = new Shopper()
  await shopper.open(locationOf(await shop.open(await shop.linkBy())))
  const { callback } = await shopper.pay({ card: testCards.refundNotPossible, deliver: false })
  if (callback) await shop.deliver(callback)
  const { account, paymentIds } = await shop.attempt()
  return { account, paymentId: paymentIds[0] ?? 0, destination: 'outside' as const }
}

const marks = () => shop.calls('/mark-as-refunded').map(({ path }) => path.split('/').at(-2))

test('all of it is marked by one call, and a second press does nothing', async () => {
  const request = { ...(await paid()), amount: ALL, key: 'r1' }
  expect(await shop.commerce.previewRefund(request)).toMatchObject({ state: 'possible', cardAmount: ALL })
  const [one, two] = await Promise.all([shop.commerce.refund(request), shop.commerce.refund(request)])
  expect([one.state, two.state, marks()]).toEqual(['done', 'done', ['refunds']])
  const { destination: _outside, ...byBank } = request
  expect(await shop.commerce.refund(byBank)).toMatchObject({ error: { code: 'key-taken' } })
  expect(await shop.commerce.refund({ ...request, key: 'r2', amount: PART })).toMatchObject({
    error: { code: 'beyond-left' },
  })
})

test('a part is marked by transaction, and the bank that refuses refunds is not asked', async () => {
  const request = { ...(await paid()), amount: PART, key: 'r1' }
  expect(await shop.commerce.refund({ ...request, destination: undefined, key: 'bank' })).toMatchObject({
    state: 'failed',
  })
  expect(await shop.commerce.refund(request)).toMatchObject({ state: 'done' })
  expect(new Set(marks())).toEqual(new Set(['refund-transactions']))
  expect(await shop.commerce.previewRefund({ ...request, amount: undefined })).toMatchObject({
    price: money(74_990, 'TRY'),
  })
})

test.each([
  ['all of it', ALL],
  ['a part', PART],
])('whose answer is lost is asked about, and not marked again: %s', async (_, amount) => {
  const request = { ...(await paid()), amount, key: 'r1' }
  const match = { pathRegex: 'mark-as-refunded' }
  shop.sandbox.control.faults.add({ match, kind: 'drop-after-commit', times: 1 })
  expect(await shop.commerce.refund(request)).toMatchObject({ state: 'done' })
  expect(marks()).toHaveLength(1)
})
