import { failureOf, LifecycleRig, tl } from './testing/lifecycle-rig'

const two = [{ price: 6000 }, { price: 4000 }]

test.each([
  ['a part', 5000],
  ['all of it, on the same day', 10_000],
])('a refund of %s that the bank works on is followed to its success', async (_, price) => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(two)
  rig.bank.statuses.push('WAITING')
  expect(await rig.refund(account, price)).toMatchObject({
    state: 'waiting',
    operation: { state: 'waiting' },
  })
  expect(await rig.resume()).toEqual({ settled: 0, troubles: [] })
  rig.bank.decide('SUCCESS')
  expect(await rig.resume()).toEqual({ settled: 1, troubles: [] })
  expect(rig.told).toEqual(['r done'])
  expect(rig.operation().cancelled).toBe(price === 10_000 ? true : undefined)
})

test('a whole refund on a later day is followed through its transactions', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(two)
  account.sameDay = false
  rig.bank.statuses.push('WAITING', 'SUCCESS')
  expect(await rig.refund(account, 10_000)).toMatchObject({ state: 'waiting' })
  rig.bank.decide('SUCCESS')
  await rig.resume()
  expect(rig.told).toEqual(['r done'])
})

test('a refund that the bank refuses in the end is failed, with the reason', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(two)
  rig.bank.statuses.push('WAITING')
  await rig.refund(account, 5000, 'r1')
  rig.bank.decide('FAILURE')
  await rig.resume()
  expect(rig.platform.settledOperations).toMatchObject([
    { key: 'r1', state: 'failed', error: { code: '10058', description: 'No refund authority' } },
  ])
  expect(await rig.refund(account, 10_000, 'r2')).toMatchObject({ state: 'done' })
})

test('a refund that fails at once is failed, with the reason from the report', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(two)
  rig.bank.statuses.push('FAILURE')
  expect(failureOf(await rig.refund(account, 5000))).toMatchObject({
    error: { code: '10058' },
    message: { en: 'The refund failed. Craftgate answered: No refund authority (10058)' },
  })
})

test('a waiting step is followed even when a later one was refused', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(two)
  rig.bank.statuses.push('WAITING')
  rig.bank.mishaps.push('fine', 'refused')
  expect(await rig.refund(account, 9000)).toMatchObject({ state: 'waiting' })
  rig.bank.decide('SUCCESS')
  await rig.resume()
  expect(rig.told).toEqual(['r failed'])
  expect(failureOf(await rig.refund(account, 9000))).toMatchObject({
    error: { code: '10057' },
    movedAmount: tl(6000),
  })
})

test('what waits is not refunded a second time', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(two)
  rig.bank.statuses.push('WAITING')
  await rig.refund(account, 6000, 'r1')
  expect(failureOf(await rig.refund(account, 5000, 'r2')).message.en).toContain('40.00 TRY')
  expect(await rig.refund(account, 4000, 'r3')).toMatchObject({ state: 'done' })
})

test('while Craftgate cannot be asked it simply waits on', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(two)
  rig.bank.statuses.push('WAITING')
  await rig.refund(account, 5000)
  rig.bank.down = true
  expect(await rig.resume()).toEqual({ settled: 0, troubles: [] })
  expect(rig.operation().state).toBe('waiting')
})
