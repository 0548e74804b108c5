import { failureOf, OperationsHarness, tl } from './testing/operations-harness'

const one = [{ price: 10_000, paid: 11_000 }]

function authorized() {
  const harness = new OperationsHarness()
  return { harness, account: harness.bank.open(one, 'PRE_AUTH') }
}

test('a capture takes all that was authorized', async () => {
  const { harness, account } = authorized()
  expect(await harness.capture(account)).toMatchObject({ state: 'done', operation: { amount: tl(10_000) } })
  expect(account).toMatchObject({ phase: 'POST_AUTH', paid: 11_000 })
})

test.each([
  ['less', 9000, 9900],
  ['more', 11_000, 12_100],
])('a capture may take %s, with the same share of the interest', async (_, price, paid) => {
  const { harness, account } = authorized()
  expect(await harness.capture(account, price)).toMatchObject({ state: 'done' })
  expect(account.paid).toBe(paid)
})

test('a capture beyond the margin is failed, in words', async () => {
  const { harness, account } = authorized()
  expect(failureOf(await harness.capture(account, 12_000))).toMatchObject({
    error: { code: '4041' },
    message: {
      tr: 'Provizyon kapatılamadı. Beyond the margin.',
      en: 'The capture failed. Beyond the margin.',
    },
  })
})

test('a payment that is captured already is done when the amount agrees, and nothing is sent', async () => {
  const { harness, account } = authorized()
  await harness.capture(account, 9000, 'c1')
  expect(await harness.capture(account, 9000, 'c2')).toMatchObject({ state: 'done' })
  expect(failureOf(await harness.capture(account, 10_000, 'c3')).message.en).toContain('TRY 90.00')
  expect(await harness.capture(harness.bank.open(one), undefined, 'c4')).toMatchObject({ state: 'done' })
  expect(account.captures).toBe(1)
  expect(harness.bank.moneyCalls).toHaveLength(1)
})

test('a capture whose answer was lost is found out by the phase of the payment', async () => {
  const { harness, account } = authorized()
  harness.bank.faults.push('lost-after')
  expect(await harness.capture(account, 9000)).toMatchObject({ state: 'done' })
  expect(account.captures).toBe(1)
})

test('a capture that never arrived is sent again, once Craftgate was asked about it', async () => {
  const { harness, account } = authorized()
  harness.bank.faults.push('lost-before')
  expect(await harness.capture(account)).toMatchObject({ state: 'done' })
  expect(account.captures).toBe(1)
})

test('while a capture is not known nothing is refunded', async () => {
  const { harness, account } = authorized()
  harness.bank.faults.push('lost-before', 'lost-before')
  expect(await harness.capture(account)).toMatchObject({ state: 'unknown' })
  expect(failureOf(await harness.refund(account, 10_000))).toMatchObject({
    error: { code: 'unsettled' },
    passing: true,
  })
  await harness.resume()
  expect(harness.reported).toEqual(['c done'])
  expect(account.captures).toBe(1)
})

test('a repeated capture that is refused, because the first one arrived after all, is done', async () => {
  const { harness, account } = authorized()
  harness.bank.faults.push('late')
  await harness.capture(account)
  await harness.resume()
  const save = harness.platform.saveOperation.bind(harness.platform)
  harness.platform.saveOperation = async (operation) => {
    harness.bank.arrive()
    return save(operation)
  }
  await harness.resume()
  expect(harness.reported).toEqual(['c done'])
  expect(account.captures).toBe(1)
})

test('a capture that somebody made with another amount meanwhile is failed', async () => {
  const { harness, account } = authorized()
  harness.bank.faults.push('lost-before')
  harness.bank.faults.push('lost-before')
  await harness.capture(account)
  account.capture(10_000)
  await harness.resume()
  expect(harness.platform.settledOperations).toMatchObject([
    { state: 'failed', error: { code: 'captured-already' } },
  ])
})

test('a capture of a cancelled pre-authorization is failed', async () => {
  const { harness, account } = authorized()
  await harness.void(account)
  expect(failureOf(await harness.capture(account)).error.code).toBe('gone')
})

test('a void cancels what was authorized', async () => {
  const { harness, account } = authorized()
  account.sameDay = false
  expect(await harness.void(account)).toMatchObject({ state: 'done', operation: { cancelled: true } })
  expect(account.gone).toBe(11_000)
})

test('a void after the day was closed gives the money back all the same', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(one)
  account.sameDay = false
  expect(await harness.void(account)).toMatchObject({ state: 'done', operation: { cancelled: false } })
  expect(account.gone).toBe(11_000)
})

test('a void of what was given back already is done, and nothing is sent', async () => {
  const { harness, account } = authorized()
  await harness.void(account, 'v1')
  expect(await harness.void(account, 'v2')).toMatchObject({ state: 'done' })
  expect(harness.bank.moneyCalls).toEqual(['refund k1'])
})

test('a report that lags behind changes nothing about what was voided', async () => {
  const { harness, account } = authorized()
  harness.bank.lagging = true
  await harness.void(account, 'v1')
  expect(await harness.void(account, 'v2')).toMatchObject({ state: 'done' })
  expect(failureOf(await harness.capture(account)).error.code).toBe('gone')
  expect(harness.bank.moneyCalls).toEqual(['refund k1'])
})

test('a void of what was partly given back is refused', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open(one)
  await harness.refund(account, 1000)
  expect(failureOf(await harness.void(account)).error.code).toBe('partly-refunded')
})

test('a captured pre-authorization is refunded as a whole, which is what was captured', async () => {
  const { harness, account } = authorized()
  await harness.capture(account, 9000)
  expect(failureOf(await harness.refund(account, 5000, 'r1'))).toMatchObject({
    error: { code: 'whole-only' },
    message: { en: expect.stringContaining('TRY 90.00') },
  })
  expect(await harness.refund(account, 9000, 'r2')).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(9900)
  expect(failureOf(await harness.refund(account, 9000, 'r3')).message.en).toContain('TRY 0.00')
})

test('a payment captured in the panel is refunded by what the card was charged', async () => {
  const harness = new OperationsHarness()
  const account = harness.bank.open([{ price: 10_000 }], 'PRE_AUTH')
  account.capture(9000)
  expect(await harness.refund(account, 9000)).toMatchObject({ state: 'done' })
})

test('the payment is told as Craftgate tells it', async () => {
  const { harness, account } = authorized()
  expect(await harness.operations.payment({ account: 'tr:sandbox', paymentId: account.id })).toMatchObject({
    paymentId: account.id,
    price: tl(10_000),
    paidPrice: tl(11_000),
    phase: 'PRE_AUTH',
  })
})

test('Craftgate out of reach is a reason that passes; a refusal is one that stays', async () => {
  const { harness, account } = authorized()
  harness.bank.down = true
  const unreached = failureOf(await harness.capture(account))
  expect(unreached).toMatchObject({ passing: true })
  expect(unreached.operation).toBeUndefined()
  harness.bank.down = false
  expect(await harness.capture(account)).toMatchObject({ state: 'done' })
  expect(failureOf(await harness.capture(account, 9000, 'c2')).passing).toBeUndefined()
})

test('a void of authorizations only is refused once the payment was captured, and moves nothing', async () => {
  const { harness, account } = authorized()
  await harness.capture(account)
  const onlyUncaptured = { account: 'tr:sandbox', paymentId: account.id, key: 'v', onlyUncaptured: true }
  expect(failureOf(await harness.operations.void(onlyUncaptured)).error.code).toBe('captured')
  expect(account.gone).toBe(0)
})

test('a capture and a void of authorizations only, at once: one of them happens', async () => {
  const { harness, account } = authorized()
  const onlyUncaptured = { account: 'tr:sandbox', paymentId: account.id, key: 'v', onlyUncaptured: true }
  const results = await Promise.all([harness.capture(account), harness.operations.void(onlyUncaptured)])
  expect(results.map(({ state }) => state).sort()).toEqual(['done', 'failed'])
})
