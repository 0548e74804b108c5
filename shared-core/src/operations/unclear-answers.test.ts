import { failureOf, OperationsHarness } from './testing/operations-harness'

const two = [
  { price: 6000, paid: 6600 },
  { price: 4000, paid: 4400 },
]

function sale() {
  const harness = new OperationsHarness()
  return { harness, account: harness.bank.open(two) }
}

test.each([
  ['a part', 5000, 5500],
  ['all of it', 10_000, 11_000],
])('an answer that was lost after %s went back is found out at once', async (_, price, paid) => {
  const { harness, account } = sale()
  harness.bank.faults.push('lost-after')
  expect(await harness.refund(account, price)).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(paid)
})

test('a whole refund on a later day, whose answer was lost, is found out at once too', async () => {
  const { harness, account } = sale()
  account.sameDay = false
  harness.bank.faults.push('lost-after')
  expect(await harness.refund(account, 10_000)).toMatchObject({ state: 'done' })
  expect(harness.bank.moneyCalls).toHaveLength(1)
})

test('a cancellation whose answer was lost is known as one', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('lost-after')
  expect(await harness.refund(account, 10_000)).toMatchObject({ operation: { cancelled: true } })
})

test('when it cannot be found out at once the shop is told later', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('cut-off')
  expect(await harness.refund(account, 9000)).toMatchObject({
    state: 'unknown',
    operation: { state: 'unknown' },
  })
  expect(await harness.resume()).toEqual({
    settled: 0,
    troubles: ['refund r of payment 1: its outcome is not known yet'],
  })
  harness.bank.down = false
  expect(await harness.resume()).toEqual({ settled: 1, troubles: [] })
  expect(harness.told).toEqual(['r done'])
  expect(harness.operation().state).toBe('done')
  expect(account.gone).toBe(9900)
  expect(harness.bank.moneyCalls).toEqual(['refund r_1', 'refund r_2'])
})

test.each([
  ['a part', 5000, 5500],
  ['all of it', 10_000, 11_000],
])(
  'a request for %s that never arrived is sent again, with the same key, after two looks',
  async (_, price, paid) => {
    const { harness, account } = sale()
    harness.bank.faults.push('lost-before')
    expect(await harness.refund(account, price)).toMatchObject({ state: 'unknown' })
    expect(await harness.resume()).toMatchObject({ settled: 0, troubles: [expect.any(String)] })
    expect(account.gone).toBe(0)
    expect(await harness.resume()).toEqual({ settled: 1, troubles: [] })
    expect(account.gone).toBe(paid)
    expect(new Set(harness.bank.moneyCalls).size).toBe(1)
    expect(harness.bank.moneyCalls).toHaveLength(2)
    expect(harness.told).toEqual(['r done'])
  },
)

test('it is not sent again while the bank may still work on it', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('late')
  await harness.refund(account, 5000)
  for (let seconds = 0; seconds < 170; seconds += 10) {
    harness.pass(10)
    await harness.operations.resumeOperations()
  }
  harness.bank.arrive()
  await harness.resume()
  await harness.resume()
  expect(account.gone).toBe(5500)
  expect(harness.bank.moneyCalls).toEqual(['refund r_1'])
})

test('two looks shortly after each other count as one', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('late')
  await harness.refund(account, 5000)
  await harness.resume()
  harness.pass(59)
  await harness.operations.resumeOperations()
  harness.bank.arrive()
  await harness.resume()
  expect(harness.bank.moneyCalls).toEqual(['refund r_1'])
  expect(harness.told).toEqual(['r done'])
})

test('each sending has its own two looks', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('lost-before', 'lost-before')
  await harness.refund(account, 5000)
  await harness.resume()
  await harness.resume()
  expect(harness.bank.moneyCalls).toHaveLength(2)
  await harness.resume()
  expect(harness.bank.moneyCalls).toHaveLength(2)
  await harness.resume()
  expect(harness.bank.moneyCalls).toHaveLength(3)
  expect(account.gone).toBe(5500)
})

test('a repeated request that is refused, because the first one arrived after all, is done', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('late')
  await harness.refund(account, 6000)
  await harness.resume()
  harness.bank.faults.push('refused')
  const save = harness.platform.saveOperation.bind(harness.platform)
  harness.platform.saveOperation = async (operation) => {
    harness.bank.arrive()
    return save(operation)
  }
  await harness.resume()
  expect(harness.told).toEqual(['r done'])
  expect(account.gone).toBe(6600)
})

test('a repeated request that is refused while nothing can be asked stays unknown, and is not sent again', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('late')
  await harness.refund(account, 6000)
  await harness.resume()
  harness.bank.faults.push('refused')
  const save = harness.platform.saveOperation.bind(harness.platform)
  harness.platform.saveOperation = async (operation) => {
    harness.bank.down = true
    return save(operation)
  }
  await harness.resume()
  expect(harness.operation().state).toBe('unknown')
  harness.platform.saveOperation = save
  harness.bank.down = false
  harness.bank.arrive()
  await harness.resume()
  expect(harness.told).toEqual(['r done'])
  expect(harness.bank.moneyCalls).toHaveLength(2)
  expect(account.gone).toBe(6600)
})

test('a request that surely never left is sent by the next reconcile', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('unsent')
  expect(await harness.refund(account, 5000)).toMatchObject({ state: 'unknown' })
  expect(await harness.resume()).toEqual({ settled: 1, troubles: [] })
  expect(harness.bank.moneyCalls).toEqual(['refund r_1'])
})

test('a step whose answer is not known holds the later ones back', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('lost-before')
  const result = await harness.refund(account, 9000)
  if (result.state === 'failed') throw new Error('failed')
  expect(result.operation.steps.map(({ state }) => state)).toEqual(['sent', 'planned'])
  await harness.resume()
  await harness.resume()
  expect(harness.bank.moneyCalls).toEqual(['refund r_1', 'refund r_1', 'refund r_2'])
  expect(account.gone).toBe(9900)
})

test('the next operation settles what is open, and the shop still hears of it', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('late')
  await harness.refund(account, 5000, 'r1')
  harness.bank.arrive()
  expect(await harness.refund(account, 1000, 'r2')).toMatchObject({ state: 'done' })
  expect(harness.told).toEqual([])
  await harness.resume()
  expect(harness.told).toEqual(['r1 done'])
  expect(account.gone).toBe(6600)
})

test('asking again with the same key finds the end, and the shop still hears of it', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('late')
  await harness.refund(account, 5000)
  harness.bank.arrive()
  expect(await harness.refund(account, 5000)).toMatchObject({ state: 'done', operation: { state: 'done' } })
  await harness.resume()
  expect(harness.told).toEqual(['r done'])
})

test('another refund is planned around one that is not known', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('lost-before')
  await harness.refund(account, 5000, 'r1')
  expect(failureOf(await harness.refund(account, 5001, 'r2')).error.code).toBe('beyond-left')
  expect(await harness.refund(account, 5000, 'r3')).toMatchObject({ state: 'done' })
  await harness.resume()
  await harness.resume()
  expect(account.gone).toBe(11_000)
})

test('nothing but a refund is tried while a operation is not known', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('lost-before')
  await harness.refund(account, 5000)
  expect(failureOf(await harness.void(account)).error.code).toBe('unsettled')
})

test('a shop that cannot be told now is told the next time', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('unsent')
  await harness.refund(account, 5000)
  harness.platform.failures.set('applyOperation', 1)
  expect(await harness.resume()).toEqual({
    settled: 0,
    troubles: ['refund r of payment 1: The shop could not applyOperation now'],
  })
  expect(await harness.resume()).toEqual({ settled: 1, troubles: [] })
  expect(harness.told).toEqual(['r done'])
  expect(harness.bank.moneyCalls).toHaveLength(1)
})

test('only the operations of one payment are resumed when one is named', async () => {
  const { harness, account } = sale()
  const other = harness.bank.open(two)
  harness.bank.faults.push('unsent', 'unsent')
  await harness.refund(account, 5000, 'r1')
  await harness.refund(other, 5000, 'r2')
  expect(
    await harness.operations.resumeOperations({ payment: { account: 'tr:sandbox', paymentId: 2 } }),
  ).toEqual({
    settled: 1,
    troubles: [],
  })
  expect(harness.told).toEqual(['r2 done'])
})

test('operations that were written later are left alone', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('unsent')
  await harness.refund(account, 5000)
  const before = new Date(harness.now.getTime() - 1000)
  expect(await harness.operations.resumeOperations({ before })).toEqual({ settled: 0, troubles: [] })
  expect(
    await harness.operations.resumeOperations({ before, payment: { account: 'tr:sandbox', paymentId: 1 } }),
  ).toEqual({ settled: 0, troubles: [] })
})

test('a refund is found again among many of the same transaction', async () => {
  const { harness, account } = sale()
  for (const key of ['r1', 'r2', 'r3', 'r4']) await harness.refund(account, 500, key)
  harness.bank.faults.push('lost-after')
  expect(await harness.refund(account, 500, 'r5')).toMatchObject({ state: 'done' })
})

test('a refusal that leaves it open whether the bank did it is asked about at once', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('undecided-done')
  const result = await harness.refund(account, 5000)
  expect(result).toMatchObject({ state: 'done' })
  expect(harness.operation().error).toBeUndefined()
})

test('such a refusal is forgotten when it turns out later that the bank did it', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('undecided-done')
  const save = harness.platform.saveOperation.bind(harness.platform)
  harness.platform.saveOperation = async (operation) => {
    harness.bank.down = true
    return save(operation)
  }
  expect(await harness.refund(account, 5000)).toMatchObject({
    state: 'unknown',
    operation: { error: { code: '10209' } },
  })
  harness.platform.saveOperation = save
  harness.bank.down = false
  await harness.resume()
  expect(harness.told).toEqual(['r done'])
  expect(harness.operation().error).toBeUndefined()
})

test('a whole refund that somebody made in the panel meanwhile is done: the money is back', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('unsent')
  await harness.refund(account, 10_000)
  harness.bank.refundInPanel(account, 11, 6600)
  harness.bank.refundInPanel(account, 12, 4400)
  await harness.resume()
  expect(harness.told).toEqual(['r done'])
})

test('a refusal that leaves it open is failed when it surely did not happen, and is not sent again', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('undecided')
  expect(await harness.refund(account, 5000, 'r1')).toMatchObject({ state: 'unknown' })
  await harness.resume()
  await harness.resume()
  expect(harness.told).toEqual(['r1 failed'])
  expect(harness.bank.moneyCalls).toEqual(['refund r1_1'])
  expect(failureOf(await harness.refund(account, 5000, 'r1')).message.en).toBe(
    'The refund failed. The bank did not answer.',
  )
  expect(await harness.refund(account, 10_000, 'r2')).toMatchObject({ state: 'done' })
})

test('what was refunded elsewhere after the plan was made is failed at once', async () => {
  const { harness, account } = sale()
  harness.bank.faults.push('unsent')
  await harness.refund(account, 5000)
  harness.bank.refundInPanel(account, 11, 6600)
  await harness.resume()
  expect(harness.platform.settledOperations).toMatchObject([
    { state: 'failed', error: { group: 'MAY_HAVE_ALREADY_REFUNDED' } },
  ])
})
