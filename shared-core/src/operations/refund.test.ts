import { failureOf, LifecycleRig, tl } from './testing/lifecycle-rig'

const three = [
  { price: 6000, paid: 6600 },
  { price: 3000, paid: 3300 },
  { price: 1000, paid: 1100 },
]

test('a whole refund on the day of the sale cancels the payment', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  const result = await rig.refund(account, 10_000)
  expect(result).toMatchObject({ state: 'done', operation: { cancelled: true, state: 'done' } })
  expect(account.gone).toBe(11_000)
  expect(rig.bank.moneyCalls).toEqual(['refund r'])
})

test('a whole refund on a later day gives every transaction back', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  account.sameDay = false
  expect(await rig.refund(account, 10_000)).toMatchObject({ state: 'done', operation: { cancelled: false } })
  expect(account.gone).toBe(11_000)
})

test('partial refunds share the interest and end at exactly what was charged', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  await rig.refund(account, 3333, 'r1')
  await rig.refund(account, 3333, 'r2')
  const last = await rig.refund(account, 3334, 'r3')
  expect(last).toMatchObject({ state: 'done' })
  expect(account.refunds.map(({ conversationId, amount }) => [conversationId, amount])).toEqual([
    ['r1_1', 3666],
    ['r2_1', 2934],
    ['r2_2', 733],
    ['r3_1', 2567],
    ['r3_2', 1100],
  ])
  expect(account.gone).toBe(11_000)
})

test('price only leaves the interest where it is', async () => {
  const rig = new LifecycleRig('price')
  const account = rig.bank.open(three)
  await rig.refund(account, 7000)
  expect(account.gone).toBe(7000)
})

test('the same key moves money once, and answers the same', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  const first = await rig.refund(account, 5000)
  expect(await rig.refund(account, 5000)).toEqual(first)
  expect(rig.bank.moneyCalls).toEqual(['refund r_1'])
})

test('the same key at the same time, on two servers, moves money once', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  const results = await Promise.all([
    rig.refund(account, 5000, 'r', rig.process()),
    rig.refund(account, 5000, 'r', rig.process()),
  ])
  expect(results[0]).toEqual(results[1])
  expect(account.gone).toBe(5500)
})

test('two refunds at the same time never give more than there is', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  const [first, second] = await Promise.all([
    rig.refund(account, 6000, 'r1', rig.process()),
    rig.refund(account, 6000, 'r2', rig.process()),
  ])
  expect(first).toMatchObject({ state: 'done' })
  expect(failureOf(second)).toMatchObject({
    error: { code: 'beyond-left' },
    message: { en: expect.stringContaining('40.00 TRY') },
  })
  expect(account.gone).toBe(6600)
})

test('a key that was used for another amount, another kind or another payment is refused', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  await rig.refund(account, 5000)
  expect(failureOf(await rig.refund(account, 4000)).error.code).toBe('key-taken')
  expect(failureOf(await rig.void(account, 'r')).error.code).toBe('key-taken')
  expect(failureOf(await rig.refund(rig.bank.open(three), 5000)).error.code).toBe('key-taken')
  expect(account.gone).toBe(5500)
})

test('a malformed key is a bug of the adapter', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  for (const key of ['', '-r', 'r_1', 'r 1', 'r'.repeat(65)]) {
    await expect(rig.refund(account, 5000, key)).rejects.toThrow('needs a key')
  }
})

test('what was refunded in the panel is respected', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  rig.bank.refundInPanel(account, 11, 6600)
  const { message } = failureOf(await rig.refund(account, 10_000, 'r1'))
  expect(message.en).toContain('40.00 TRY')
  expect(message.en).toContain('panel')
  expect(await rig.refund(account, 4000, 'r2')).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(11_000)
})

test('named items give first', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  await rig.lifecycle.refund({
    account: 'tr:sandbox',
    paymentId: account.id,
    key: 'r',
    amount: tl(1500),
    items: [{ externalId: 'item-3', amount: tl(1000) }],
  })
  expect(account.refunds.map(({ transactionId, amount }) => [transactionId, amount])).toEqual([
    [11, 550],
    [13, 1100],
  ])
})

test('a refused refund is failed, and its key stays failed', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  rig.bank.mishaps.push('refused')
  const failed = failureOf(await rig.refund(account, 5000))
  expect(failed).toMatchObject({
    error: { code: '10057' },
    message: { en: 'The refund failed. The bank refused.' },
  })
  expect(failed.movedAmount).toBeUndefined()
  expect(await rig.refund(account, 5000)).toEqual(failed)
  expect(account.gone).toBe(0)
})

test('a refund that is refused in the middle says what moved, and the rest can be refunded', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  rig.bank.mishaps.push('fine', 'refused')
  const failed = failureOf(await rig.refund(account, 9500, 'r1'))
  expect(failed.movedAmount).toEqual(tl(6000))
  expect(failed.message.en).toBe(
    'The refund failed. The bank refused. Of 95.00 TRY, 60.00 TRY went back all the same.',
  )
  expect(failed.operation?.steps.map(({ state }) => state)).toEqual(['done', 'failed', 'planned'])
  expect(rig.bank.moneyCalls).toEqual(['refund r1_1', 'refund r1_2'])
  expect(await rig.refund(account, 4000, 'r2')).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(11_000)
})

test('a whole refund that went well for some transactions only says what moved', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  account.sameDay = false
  rig.bank.statuses.push('SUCCESS', 'FAILURE', 'SUCCESS')
  const failed = failureOf(await rig.refund(account, 10_000, 'r1'))
  expect(failed.movedAmount).toEqual(tl(7000))
  expect(failed.error.code).toBe('10058')
  expect(await rig.refund(account, 3000, 'r2')).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(11_000)
})

test('a refund without an amount that makes sense, or of a payment that was not completed, is never sent', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  expect(failureOf(await rig.refund(account, 0)).error.code).toBe('amount')
  account.successful = false
  expect(failureOf(await rig.refund(account, 100)).error.code).toBe('not-successful')
  expect(rig.bank.moneyCalls).toEqual([])
  expect(rig.platform.operations.all()).toEqual([])
})

test('while Craftgate cannot be read nothing is sent, and the same key works later', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  rig.bank.down = true
  const failed = failureOf(await rig.refund(account, 5000))
  expect(failed.operation).toBeUndefined()
  expect(failed.error.code).toBe('network')
  rig.bank.down = false
  expect(await rig.refund(account, 5000)).toMatchObject({ state: 'done' })
})

test('the shop may write its own reference between two steps', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  const save = rig.platform.saveOperation.bind(rig.platform)
  rig.platform.saveOperation = async (operation) => {
    const stored = await save(operation)
    if (stored !== 'conflict' && stored.version === 2) await save({ ...stored, shopReference: 'refund-7' })
    return stored
  }
  expect(await rig.refund(account, 9000)).toMatchObject({ state: 'done' })
  expect(rig.operation()).toMatchObject({ state: 'done', shopReference: 'refund-7' })
})

test('a report that lags behind never makes money go back twice', async () => {
  const rig = new LifecycleRig()
  const [whole, part] = [rig.bank.open(three), rig.bank.open(three)]
  rig.bank.lagging = true
  await rig.refund(whole, 10_000, 'r1')
  await rig.refund(part, 6000, 'r2')
  expect(failureOf(await rig.refund(whole, 100, 'r3')).message.en).toContain('0.00 TRY')
  expect(failureOf(await rig.refund(part, 10_000, 'r4')).message.en).toContain('40.00 TRY')
  expect(failureOf(await rig.void(part, 'v')).error.code).toBe('partly-refunded')
  expect([whole.gone, part.gone]).toEqual([11_000, 6600])
})

test('a refund of the panel that still waits is respected too', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(three)
  rig.bank.statuses.push('WAITING')
  rig.bank.refundInPanel(account, 11, 6600)
  expect(failureOf(await rig.refund(account, 10_000)).message.en).toContain('panel')
})
