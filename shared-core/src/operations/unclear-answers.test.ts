import { failureOf, LifecycleRig } from './testing/lifecycle-rig'

const two = [
  { price: 6000, paid: 6600 },
  { price: 4000, paid: 4400 },
]

function sale() {
  const rig = new LifecycleRig()
  return { rig, account: rig.bank.open(two) }
}

test.each([
  ['a part', 5000, 5500],
  ['all of it', 10_000, 11_000],
])('an answer that was lost after %s went back is found out at once', async (_, price, paid) => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('lost-after')
  expect(await rig.refund(account, price)).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(paid)
})

test('a whole refund on a later day, whose answer was lost, is found out at once too', async () => {
  const { rig, account } = sale()
  account.sameDay = false
  rig.bank.mishaps.push('lost-after')
  expect(await rig.refund(account, 10_000)).toMatchObject({ state: 'done' })
  expect(rig.bank.moneyCalls).toHaveLength(1)
})

test('a cancellation whose answer was lost is known as one', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('lost-after')
  expect(await rig.refund(account, 10_000)).toMatchObject({ operation: { cancelled: true } })
})

test('when it cannot be found out at once the shop is told later', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('cut-off')
  expect(await rig.refund(account, 9000)).toMatchObject({ state: 'unknown', operation: { state: 'unknown' } })
  expect(await rig.resume()).toEqual({
    settled: 0,
    troubles: ['refund r of payment 1: its outcome is not known yet'],
  })
  rig.bank.down = false
  expect(await rig.resume()).toEqual({ settled: 1, troubles: [] })
  expect(rig.told).toEqual(['r done'])
  expect(rig.operation().state).toBe('done')
  expect(account.gone).toBe(9900)
  expect(rig.bank.moneyCalls).toEqual(['refund r_1', 'refund r_2'])
})

test.each([
  ['a part', 5000, 5500],
  ['all of it', 10_000, 11_000],
])(
  'a request for %s that never arrived is sent again, with the same key, after two looks',
  async (_, price, paid) => {
    const { rig, account } = sale()
    rig.bank.mishaps.push('lost-before')
    expect(await rig.refund(account, price)).toMatchObject({ state: 'unknown' })
    expect(await rig.resume()).toMatchObject({ settled: 0, troubles: [expect.any(String)] })
    expect(account.gone).toBe(0)
    expect(await rig.resume()).toEqual({ settled: 1, troubles: [] })
    expect(account.gone).toBe(paid)
    expect(new Set(rig.bank.moneyCalls).size).toBe(1)
    expect(rig.bank.moneyCalls).toHaveLength(2)
    expect(rig.told).toEqual(['r done'])
  },
)

test('it is not sent again while the bank may still work on it', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('late')
  await rig.refund(account, 5000)
  for (let seconds = 0; seconds < 170; seconds += 10) {
    rig.pass(10)
    await rig.lifecycle.resumeOperations()
  }
  rig.bank.arrive()
  await rig.resume()
  await rig.resume()
  expect(account.gone).toBe(5500)
  expect(rig.bank.moneyCalls).toEqual(['refund r_1'])
})

test('two looks shortly after each other count as one', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('late')
  await rig.refund(account, 5000)
  await rig.resume()
  rig.pass(59)
  await rig.lifecycle.resumeOperations()
  rig.bank.arrive()
  await rig.resume()
  expect(rig.bank.moneyCalls).toEqual(['refund r_1'])
  expect(rig.told).toEqual(['r done'])
})

test('each sending has its own two looks', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('lost-before', 'lost-before')
  await rig.refund(account, 5000)
  await rig.resume()
  await rig.resume()
  expect(rig.bank.moneyCalls).toHaveLength(2)
  await rig.resume()
  expect(rig.bank.moneyCalls).toHaveLength(2)
  await rig.resume()
  expect(rig.bank.moneyCalls).toHaveLength(3)
  expect(account.gone).toBe(5500)
})

test('a repeated request that is refused, because the first one arrived after all, is done', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('late')
  await rig.refund(account, 6000)
  await rig.resume()
  rig.bank.mishaps.push('refused')
  const save = rig.platform.saveOperation.bind(rig.platform)
  rig.platform.saveOperation = async (operation) => {
    rig.bank.arrive()
    return save(operation)
  }
  await rig.resume()
  expect(rig.told).toEqual(['r done'])
  expect(account.gone).toBe(6600)
})

test('a repeated request that is refused while nothing can be asked stays unknown, and is not sent again', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('late')
  await rig.refund(account, 6000)
  await rig.resume()
  rig.bank.mishaps.push('refused')
  const save = rig.platform.saveOperation.bind(rig.platform)
  rig.platform.saveOperation = async (operation) => {
    rig.bank.down = true
    return save(operation)
  }
  await rig.resume()
  expect(rig.operation().state).toBe('unknown')
  rig.platform.saveOperation = save
  rig.bank.down = false
  rig.bank.arrive()
  await rig.resume()
  expect(rig.told).toEqual(['r done'])
  expect(rig.bank.moneyCalls).toHaveLength(2)
  expect(account.gone).toBe(6600)
})

test('a request that surely never left is sent by the next reconcile', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('unsent')
  expect(await rig.refund(account, 5000)).toMatchObject({ state: 'unknown' })
  expect(await rig.resume()).toEqual({ settled: 1, troubles: [] })
  expect(rig.bank.moneyCalls).toEqual(['refund r_1'])
})

test('a step whose answer is not known holds the later ones back', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('lost-before')
  const result = await rig.refund(account, 9000)
  if (result.state === 'failed') throw new Error('failed')
  expect(result.operation.steps.map(({ state }) => state)).toEqual(['sent', 'planned'])
  await rig.resume()
  await rig.resume()
  expect(rig.bank.moneyCalls).toEqual(['refund r_1', 'refund r_1', 'refund r_2'])
  expect(account.gone).toBe(9900)
})

test('the next money call settles what is open, and the shop still hears of it', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('late')
  await rig.refund(account, 5000, 'r1')
  rig.bank.arrive()
  expect(await rig.refund(account, 1000, 'r2')).toMatchObject({ state: 'done' })
  expect(rig.told).toEqual([])
  await rig.resume()
  expect(rig.told).toEqual(['r1 done'])
  expect(account.gone).toBe(6600)
})

test('asking again with the same key finds the end, and the shop still hears of it', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('late')
  await rig.refund(account, 5000)
  rig.bank.arrive()
  expect(await rig.refund(account, 5000)).toMatchObject({ state: 'done', operation: { state: 'done' } })
  await rig.resume()
  expect(rig.told).toEqual(['r done'])
})

test('another refund is planned around one that is not known', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('lost-before')
  await rig.refund(account, 5000, 'r1')
  expect(failureOf(await rig.refund(account, 5001, 'r2')).error.code).toBe('beyond-left')
  expect(await rig.refund(account, 5000, 'r3')).toMatchObject({ state: 'done' })
  await rig.resume()
  await rig.resume()
  expect(account.gone).toBe(11_000)
})

test('nothing but a refund is tried while a money call is not known', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('lost-before')
  await rig.refund(account, 5000)
  expect(failureOf(await rig.void(account)).error.code).toBe('unsettled')
})

test('a shop that cannot be told now is told the next time', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('unsent')
  await rig.refund(account, 5000)
  rig.platform.failures.set('applyOperation', 1)
  expect(await rig.resume()).toEqual({
    settled: 0,
    troubles: ['refund r of payment 1: The shop could not applyOperation now'],
  })
  expect(await rig.resume()).toEqual({ settled: 1, troubles: [] })
  expect(rig.told).toEqual(['r done'])
  expect(rig.bank.moneyCalls).toHaveLength(1)
})

test('only the money calls of one payment are resumed when one is named', async () => {
  const { rig, account } = sale()
  const other = rig.bank.open(two)
  rig.bank.mishaps.push('unsent', 'unsent')
  await rig.refund(account, 5000, 'r1')
  await rig.refund(other, 5000, 'r2')
  expect(await rig.lifecycle.resumeOperations({ payment: { account: 'tr:sandbox', paymentId: 2 } })).toEqual({
    settled: 1,
    troubles: [],
  })
  expect(rig.told).toEqual(['r2 done'])
})

test('money calls that were written later are left alone', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('unsent')
  await rig.refund(account, 5000)
  const before = new Date(rig.now.getTime() - 1000)
  expect(await rig.lifecycle.resumeOperations({ before })).toEqual({ settled: 0, troubles: [] })
  expect(
    await rig.lifecycle.resumeOperations({ before, payment: { account: 'tr:sandbox', paymentId: 1 } }),
  ).toEqual({ settled: 0, troubles: [] })
})

test('a refund is found again among many of the same transaction', async () => {
  const { rig, account } = sale()
  for (const key of ['r1', 'r2', 'r3', 'r4']) await rig.refund(account, 500, key)
  rig.bank.mishaps.push('lost-after')
  expect(await rig.refund(account, 500, 'r5')).toMatchObject({ state: 'done' })
})

test('a refusal that leaves it open whether the bank did it is asked about at once', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('undecided-done')
  const result = await rig.refund(account, 5000)
  expect(result).toMatchObject({ state: 'done' })
  expect(rig.operation().error).toBeUndefined()
})

test('such a refusal is forgotten when it turns out later that the bank did it', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('undecided-done')
  const save = rig.platform.saveOperation.bind(rig.platform)
  rig.platform.saveOperation = async (operation) => {
    rig.bank.down = true
    return save(operation)
  }
  expect(await rig.refund(account, 5000)).toMatchObject({
    state: 'unknown',
    operation: { error: { code: '10209' } },
  })
  rig.platform.saveOperation = save
  rig.bank.down = false
  await rig.resume()
  expect(rig.told).toEqual(['r done'])
  expect(rig.operation().error).toBeUndefined()
})

test('a whole refund that somebody made in the panel meanwhile is done: the money is back', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('unsent')
  await rig.refund(account, 10_000)
  rig.bank.refundInPanel(account, 11, 6600)
  rig.bank.refundInPanel(account, 12, 4400)
  await rig.resume()
  expect(rig.told).toEqual(['r done'])
})

test('a refusal that leaves it open is failed when it surely did not happen, and is not sent again', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('undecided')
  expect(await rig.refund(account, 5000, 'r1')).toMatchObject({ state: 'unknown' })
  await rig.resume()
  await rig.resume()
  expect(rig.told).toEqual(['r1 failed'])
  expect(rig.bank.moneyCalls).toEqual(['refund r1_1'])
  expect(failureOf(await rig.refund(account, 5000, 'r1')).message.en).toBe(
    'The refund failed. The bank did not answer.',
  )
  expect(await rig.refund(account, 10_000, 'r2')).toMatchObject({ state: 'done' })
})

test('what was refunded elsewhere after the plan was made is failed at once', async () => {
  const { rig, account } = sale()
  rig.bank.mishaps.push('unsent')
  await rig.refund(account, 5000)
  rig.bank.refundInPanel(account, 11, 6600)
  await rig.resume()
  expect(rig.platform.settledOperations).toMatchObject([
    { state: 'failed', error: { group: 'MAY_HAVE_ALREADY_REFUNDED' } },
  ])
})
