import { OperationsHarness } from '../operations/testing/operations-harness'
import { parseOptions } from '../options/parse-configuration'
import { harnessOptions } from '../testing/shop-harness'
import { createRefusedRefunds } from './refused-refunds'

const options = parseOptions(harnessOptions)
const DAY = 86_400

const refusedIn = (harness: OperationsHarness, merchant = 'tr', most = 10) =>
  createRefusedRefunds({ platform: harness.platform, clock: () => harness.now, options }).refusedRefunds({
    merchant,
    most,
  })

/** A payment of an order, of which the bank refused to give a part back; the shop has heard of that. */
async function withRefusal() {
  const harness = new OperationsHarness()
  const payment = harness.bank.open([{ price: 10_000 }])
  await harness.attempt([payment])
  harness.bank.faults.push('refused')
  expect((await harness.refund(payment, 4_000)).state).toBe('failed')
  expect(await refusedIn(harness)).toEqual([])
  await harness.resume()
  return { harness, payment }
}

test('a refund that was refused is told, of its own account, for two weeks', async () => {
  const { harness } = await withRefusal()
  expect(await refusedIn(harness)).toMatchObject([
    { operation: { key: 'r', kind: 'refund', state: 'failed' }, attempt: { reference: 's1' } },
  ])
  expect(await refusedIn(harness, 'eu')).toEqual([])
  expect(await refusedIn(harness, 'tr', 0)).toEqual([])
  harness.pass(15 * DAY)
  expect(await refusedIn(harness)).toEqual([])
})

test('another refund of the payment takes its place, whatever becomes of it', async () => {
  const { harness, payment } = await withRefusal()
  harness.pass(60)
  harness.bank.faults.push('refused')
  await harness.refund(payment, 4_000, 'again')
  await harness.resume()
  expect(await refusedIn(harness)).toMatchObject([{ operation: { key: 'again' } }])
  harness.pass(60)
  expect((await harness.refund(payment, 3_000, 'third')).state).toBe('done')
  expect(await refusedIn(harness)).toEqual([])
})

test('money that is kept for a review is not told here', async () => {
  const { harness } = await withRefusal()
  const record = await harness.platform.findCheckout({ reference: 's1' })
  if (record === undefined) throw new Error('It is not there')
  await harness.platform.saveCheckout({ ...record, state: 'needs-review' })
  expect(await refusedIn(harness)).toEqual([])
})
