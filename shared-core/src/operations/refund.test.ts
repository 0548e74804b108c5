import { failureOf, OperationsHarness, tl } from './testing/operations-harness'

const three = [
  { price: 6000, paid: 6600 },
  { price: 3000, paid: 3300 },
  { price: 1000, paid: 1100 },
]

test('a whole refund on the day of the sale cancels the payment', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  const result = await harness.refund(account, 10_000)
  expect(result).toMatchObject({ state: 'done', operation: { cancelled: true, state: 'done' } })
  expect(account.gone).toBe(11_000)
  expect(harness.bank.moneyCalls).toEqual(['refund k1'])
})

test('a whole refund on a later day gives every transaction back', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  account.sameDay = false
  expect(await harness.refund(account, 10_000)).toMatchObject({
    state: 'done',
    operation: { cancelled: false },
  })
  expect(account.gone).toBe(11_000)
})

test('partial refunds share the interest and end at exactly what was charged', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  await harness.refund(account, 3333, 'r1')
  await harness.refund(account, 3333, 'r2')
  const last = await harness.refund(account, 3334, 'r3')
  expect(last).toMatchObject({ state: 'done' })
  expect(account.refunds.map(({ conversationId, amount }) => [conversationId, amount])).toEqual([
    ['k1', 3666],
    ['k2', 2934],
    ['k3', 733],
    ['k4', 2567],
    ['k5', 1100],
  ])
  expect(account.gone).toBe(11_000)
})

test('price only leaves the interest where it is', async () => {
  const harness = new OperationsHarness({ partialRefunds: 'price' })
  const account = harness.bank.open(three)
  await harness.refund(account, 7000)
  expect(account.gone).toBe(7000)
})

test('the same key moves money once, and answers the same', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  const first = await harness.refund(account, 5000)
  expect(await harness.refund(account, 5000)).toEqual(first)
  expect(harness.bank.moneyCalls).toEqual(['refund k1'])
})

test('the same key at the same time, on two servers, moves money once', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  const results = await Promise.all([
    harness.refund(account, 5000, 'r', harness.process()),
    harness.refund(account, 5000, 'r', harness.process()),
  ])
  expect(results[0]).toEqual(results[1])
  expect(account.gone).toBe(5500)
})

test('two refunds at the same time never give more than there is', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  const [first, second] = await Promise.all([
    harness.refund(account, 6000, 'r1', harness.process()),
    harness.refund(account, 6000, 'r2', harness.process()),
  ])
  expect(first).toMatchObject({ state: 'done' })
  expect(failureOf(second)).toMatchObject({
    error: { code: 'beyond-left' },
    message: { en: expect.stringContaining('TRY 40.00') },
  })
  expect(account.gone).toBe(6600)
})

test('a key that was used for another amount, another kind or another payment is refused', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  await harness.refund(account, 5000)
  expect(failureOf(await harness.refund(account, 4000)).error.code).toBe('key-taken')
  expect(failureOf(await harness.void(account, 'r')).error.code).toBe('key-taken')
  expect(failureOf(await harness.refund(harness.bank.open(three), 5000)).error.code).toBe('key-taken')
  expect(account.gone).toBe(5500)
})

test('a malformed key is a bug of the adapter', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  for (const key of ['', '-r', 'r_1', 'r 1', 'r'.repeat(65)]) {
    await expect(harness.refund(account, 5000, key)).rejects.toThrow('needs a key')
  }
})

test('what was refunded in the panel is respected', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  harness.bank.refundInPanel(account, 11, 6600)
  const { message } = failureOf(await harness.refund(account, 10_000, 'r1'))
  expect(message.en).toContain('TRY 40.00')
  expect(message.en).toContain('panel')
  expect(await harness.refund(account, 4000, 'r2')).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(11_000)
})

test('named items give first', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  await harness.operations.refund({
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
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  harness.bank.faults.push('refused')
  const failed = failureOf(await harness.refund(account, 5000))
  expect(failed).toMatchObject({
    error: { code: '10057' },
    message: { en: 'The refund failed. The bank refused.' },
  })
  expect(failed.movedAmount).toBeUndefined()
  expect(await harness.refund(account, 5000)).toEqual(failed)
  expect(account.gone).toBe(0)
})

test('a refund that is refused in the middle says what moved, and the rest can be refunded', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  harness.bank.faults.push('fine', 'refused')
  const failed = failureOf(await harness.refund(account, 9500, 'r1'))
  expect(failed.movedAmount).toEqual(tl(6000))
  expect(failed.message.en).toBe(
    'The refund failed. The bank refused. Of TRY 95.00, TRY 60.00 went back all the same.',
  )
  expect(failed.operation?.steps.map(({ state }) => state)).toEqual(['done', 'failed', 'planned'])
  expect(harness.bank.moneyCalls).toEqual(['refund k1', 'refund k2'])
  expect(await harness.refund(account, 4000, 'r2')).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(11_000)
})

test('a whole refund that went well for some transactions only says what moved', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  account.sameDay = false
  harness.bank.statuses.push('SUCCESS', 'FAILURE', 'SUCCESS')
  const failed = failureOf(await harness.refund(account, 10_000, 'r1'))
  expect(failed.movedAmount).toEqual(tl(7000))
  expect(failed.error.code).toBe('10058')
  expect(await harness.refund(account, 3000, 'r2')).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(11_000)
})

test('a refund without an amount that makes sense, or of a payment that was not completed, is never sent', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  expect(failureOf(await harness.refund(account, 0)).error.code).toBe('amount')
  account.successful = false
  expect(failureOf(await harness.refund(account, 100)).error.code).toBe('not-successful')
  expect(harness.bank.moneyCalls).toEqual([])
  expect(harness.platform.operations.all()).toEqual([])
})

test('while Craftgate cannot be read nothing is sent, and the same key works later', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  harness.bank.down = true
  const failed = failureOf(await harness.refund(account, 5000))
  expect(failed.operation).toBeUndefined()
  expect(failed.error.code).toBe('network')
  harness.bank.down = false
  expect(await harness.refund(account, 5000)).toMatchObject({ state: 'done' })
})

test('the shop may write its own reference between two steps', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  const save = harness.platform.saveOperation.bind(harness.platform)
  harness.platform.saveOperation = async (operation) => {
    const stored = await save(operation)
    if (stored !== 'conflict' && stored.version === 2) await save({ ...stored, shopReference: 'refund-7' })
    return stored
  }
  expect(await harness.refund(account, 9000)).toMatchObject({ state: 'done' })
  expect(harness.operation()).toMatchObject({ state: 'done', shopReference: 'refund-7' })
})

test('a report that lags behind never makes money go back twice', async () => {
  const harness = new OperationsHarness()
  const [whole, part] = [harness.bank.open(three), harness.bank.open(three)]
  harness.bank.lagging = true
  await harness.refund(whole, 10_000, 'r1')
  await harness.refund(part, 6000, 'r2')
  expect(failureOf(await harness.refund(whole, 100, 'r3')).message.en).toContain('TRY 0.00')
  expect(failureOf(await harness.refund(part, 10_000, 'r4')).message.en).toContain('TRY 40.00')
  expect(failureOf(await harness.void(part, 'v')).error.code).toBe('partly-refunded')
  expect([whole.gone, part.gone]).toEqual([11_000, 6600])
})

test('a refund of the panel that still waits is respected too', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(three)
  harness.bank.statuses.push('WAITING')
  harness.bank.refundInPanel(account, 11, 6600)
  expect(failureOf(await harness.refund(account, 10_000)).message.en).toContain('panel')
})
