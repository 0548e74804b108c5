import { failureOf, OperationsHarness, tl } from './testing/operations-harness'

const two = [{ price: 6000 }, { price: 4000 }]

test.each([
  ['a part', 5000],
  ['all of it, on the same day', 10_000],
])('a refund of %s that the bank works on is followed to its success', async (_, price) => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(two)
  harness.bank.statuses.push('WAITING')
  expect(await harness.refund(account, price)).toMatchObject({
    state: 'waiting',
    operation: { state: 'waiting' },
  })
  expect(await harness.resume()).toEqual({ settled: 0, problems: [] })
  harness.bank.decide('SUCCESS')
  expect(await harness.resume()).toEqual({ settled: 1, problems: [] })
  expect(harness.reported).toEqual(['r done'])
  expect(harness.operation().cancelled).toBe(price === 10_000 ? true : undefined)
})

test('a whole refund on a later day is followed through its transactions', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(two)
  account.sameDay = false
  harness.bank.statuses.push('WAITING', 'SUCCESS')
  expect(await harness.refund(account, 10_000)).toMatchObject({ state: 'waiting' })
  harness.bank.decide('SUCCESS')
  await harness.resume()
  expect(harness.reported).toEqual(['r done'])
})

test('a refund that the bank refuses in the end is failed, with the reason', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(two)
  harness.bank.statuses.push('WAITING')
  await harness.refund(account, 5000, 'r1')
  harness.bank.decide('FAILURE')
  await harness.resume()
  expect(harness.platform.settledOperations).toMatchObject([
    { key: 'r1', state: 'failed', error: { code: '10058', description: 'No refund authority' } },
  ])
  expect(await harness.refund(account, 10_000, 'r2')).toMatchObject({ state: 'done' })
})

test('a refund that fails at once is failed, with the reason from the report', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(two)
  harness.bank.statuses.push('FAILURE')
  expect(failureOf(await harness.refund(account, 5000))).toMatchObject({
    error: { code: '10058' },
    message: { en: 'The refund failed. Craftgate answered: No refund authority (10058)' },
  })
})

test('a waiting step is followed even when a later one was refused', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(two)
  harness.bank.statuses.push('WAITING')
  harness.bank.faults.push('fine', 'refused')
  expect(await harness.refund(account, 9000)).toMatchObject({ state: 'waiting' })
  harness.bank.decide('SUCCESS')
  await harness.resume()
  expect(harness.reported).toEqual(['r failed'])
  expect(failureOf(await harness.refund(account, 9000))).toMatchObject({
    error: { code: '10057' },
    movedAmount: tl(6000),
  })
})

test('what waits is not refunded a second time', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(two)
  harness.bank.statuses.push('WAITING')
  await harness.refund(account, 6000, 'r1')
  expect(failureOf(await harness.refund(account, 5000, 'r2')).message.en).toContain('TRY 40.00')
  expect(await harness.refund(account, 4000, 'r3')).toMatchObject({ state: 'done' })
})

test('while Craftgate cannot be asked it simply waits on', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(two)
  harness.bank.statuses.push('WAITING')
  await harness.refund(account, 5000)
  harness.bank.down = true
  expect(await harness.resume()).toEqual({ settled: 0, problems: [] })
  expect(harness.operation().state).toBe('waiting')
})
