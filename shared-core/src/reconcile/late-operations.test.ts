import { OperationsHarness } from '../operations/testing/operations-harness'
import { parseOptions } from '../options/parse-configuration'
import { harnessOptions } from '../testing/shop-harness'
import { createLateOperations } from './late-operations'

const options = parseOptions(harnessOptions)

test('an operation that has no end after a quarter of an hour is told, until it has one', async () => {
  const harness = new OperationsHarness()
  const { platform } = harness
  const late = createLateOperations({ platform, clock: () => harness.now, options })
  const account = harness.bank.open([{ price: 10_000 }])
  await harness.attempt([account])
  harness.bank.faults.push('cut-off')
  expect((await harness.refund(account, 4_000)).state).toBe('unknown')
  harness.pass(14 * 60)
  expect(await late.lateOperations({ merchant: 'tr', most: 10 })).toEqual([])
  harness.pass(61)
  expect(await late.lateOperations({ merchant: 'tr', most: 10 })).toMatchObject([
    { operation: { key: 'r', state: 'unknown' }, attempt: { reference: 's1' } },
  ])
  expect(await late.lateOperations({ merchant: 'tr', most: 0 })).toEqual([])
  expect(await late.lateOperations({ merchant: 'eu', most: 10 })).toEqual([])
  harness.bank.down = false
  await harness.resume()
  harness.pass(16 * 60)
  expect(await late.lateOperations({ merchant: 'tr', most: 10 })).toEqual([])
})
