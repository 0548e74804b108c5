import { failureOf, LifecycleRig, tl } from './testing/lifecycle-rig'

const one = [{ price: 10_000, paid: 11_000 }]

function authorized() {
  const rig = new LifecycleRig()
  return { rig, account: rig.bank.open(one, 'PRE_AUTH') }
}

test('a capture takes all that was authorized', async () => {
  const { rig, account } = authorized()
  expect(await rig.capture(account)).toMatchObject({ state: 'done', operation: { amount: tl(10_000) } })
  expect(account).toMatchObject({ phase: 'POST_AUTH', paid: 11_000 })
})

test.each([
  ['less', 9000, 9900],
  ['more', 11_000, 12_100],
])('a capture may take %s, with the same share of the interest', async (_, price, paid) => {
  const { rig, account } = authorized()
  expect(await rig.capture(account, price)).toMatchObject({ state: 'done' })
  expect(account.paid).toBe(paid)
})

test('a capture beyond the margin is failed, in words', async () => {
  const { rig, account } = authorized()
  expect(failureOf(await rig.capture(account, 12_000))).toMatchObject({
    error: { code: '4041' },
    message: {
      tr: 'Provizyon kapatılamadı. Beyond the margin.',
      en: 'The capture failed. Beyond the margin.',
    },
  })
})

test('a payment that is captured already is done when the amount agrees, and nothing is sent', async () => {
  const { rig, account } = authorized()
  await rig.capture(account, 9000, 'c1')
  expect(await rig.capture(account, 9000, 'c2')).toMatchObject({ state: 'done' })
  expect(failureOf(await rig.capture(account, 10_000, 'c3')).message.en).toContain('90.00 TRY')
  expect(await rig.capture(rig.bank.open(one), undefined, 'c4')).toMatchObject({ state: 'done' })
  expect(account.captures).toBe(1)
  expect(rig.bank.moneyCalls).toHaveLength(1)
})

test('a capture whose answer was lost is found out by the phase of the payment', async () => {
  const { rig, account } = authorized()
  rig.bank.mishaps.push('lost-after')
  expect(await rig.capture(account, 9000)).toMatchObject({ state: 'done' })
  expect(account.captures).toBe(1)
})

test('a capture that never arrived is sent again after two looks', async () => {
  const { rig, account } = authorized()
  rig.bank.mishaps.push('lost-before')
  expect(await rig.capture(account)).toMatchObject({ state: 'unknown' })
  expect(failureOf(await rig.refund(account, 10_000))).toMatchObject({
    error: { code: 'unsettled' },
    passing: true,
  })
  await rig.resume()
  await rig.resume()
  expect(rig.told).toEqual(['c done'])
  expect(account.captures).toBe(1)
})

test('a repeated capture that is refused, because the first one arrived after all, is done', async () => {
  const { rig, account } = authorized()
  rig.bank.mishaps.push('late')
  await rig.capture(account)
  await rig.resume()
  const save = rig.platform.saveOperation.bind(rig.platform)
  rig.platform.saveOperation = async (operation) => {
    rig.bank.arrive()
    return save(operation)
  }
  await rig.resume()
  expect(rig.told).toEqual(['c done'])
  expect(account.captures).toBe(1)
})

test('a capture that somebody made with another amount meanwhile is failed', async () => {
  const { rig, account } = authorized()
  rig.bank.mishaps.push('lost-before')
  await rig.capture(account)
  account.capture(10_000)
  await rig.resume()
  expect(rig.platform.settledOperations).toMatchObject([
    { state: 'failed', error: { code: 'captured-already' } },
  ])
})

test('a capture of a cancelled pre-authorization is failed', async () => {
  const { rig, account } = authorized()
  await rig.void(account)
  expect(failureOf(await rig.capture(account)).error.code).toBe('gone')
})

test('a void cancels what was authorized', async () => {
  const { rig, account } = authorized()
  account.sameDay = false
  expect(await rig.void(account)).toMatchObject({ state: 'done', operation: { cancelled: true } })
  expect(account.gone).toBe(11_000)
})

test('a void after the day was closed gives the money back all the same', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(one)
  account.sameDay = false
  expect(await rig.void(account)).toMatchObject({ state: 'done', operation: { cancelled: false } })
  expect(account.gone).toBe(11_000)
})

test('a void of what was given back already is done, and nothing is sent', async () => {
  const { rig, account } = authorized()
  await rig.void(account, 'v1')
  expect(await rig.void(account, 'v2')).toMatchObject({ state: 'done' })
  expect(rig.bank.moneyCalls).toEqual(['refund v1'])
})

test('a report that lags behind changes nothing about what was voided', async () => {
  const { rig, account } = authorized()
  rig.bank.lagging = true
  await rig.void(account, 'v1')
  expect(await rig.void(account, 'v2')).toMatchObject({ state: 'done' })
  expect(failureOf(await rig.capture(account)).error.code).toBe('gone')
  expect(rig.bank.moneyCalls).toEqual(['refund v1'])
})

test('a void of what was partly given back is refused', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open(one)
  await rig.refund(account, 1000)
  expect(failureOf(await rig.void(account)).error.code).toBe('partly-refunded')
})

test('a captured pre-authorization is refunded as a whole, which is what was captured', async () => {
  const { rig, account } = authorized()
  await rig.capture(account, 9000)
  expect(failureOf(await rig.refund(account, 5000, 'r1'))).toMatchObject({
    error: { code: 'whole-only' },
    message: { en: expect.stringContaining('90.00 TRY') },
  })
  expect(await rig.refund(account, 9000, 'r2')).toMatchObject({ state: 'done' })
  expect(account.gone).toBe(9900)
  expect(failureOf(await rig.refund(account, 9000, 'r3')).message.en).toContain('0.00 TRY')
})

test('a payment captured in the panel is refunded by what the card was charged', async () => {
  const rig = new LifecycleRig()
  const account = rig.bank.open([{ price: 10_000 }], 'PRE_AUTH')
  account.capture(9000)
  expect(await rig.refund(account, 9000)).toMatchObject({ state: 'done' })
})

test('the payment is told as Craftgate tells it', async () => {
  const { rig, account } = authorized()
  expect(await rig.lifecycle.payment({ account: 'tr:sandbox', paymentId: account.id })).toMatchObject({
    paymentId: account.id,
    price: tl(10_000),
    paidPrice: tl(11_000),
    phase: 'PRE_AUTH',
  })
})

test('Craftgate out of reach is a reason that passes; a refusal is one that stays', async () => {
  const { rig, account } = authorized()
  rig.bank.down = true
  const unreached = failureOf(await rig.capture(account))
  expect(unreached).toMatchObject({ passing: true })
  expect(unreached.operation).toBeUndefined()
  rig.bank.down = false
  expect(await rig.capture(account)).toMatchObject({ state: 'done' })
  expect(failureOf(await rig.capture(account, 9000, 'c2')).passing).toBeUndefined()
})

test('a void of authorizations only is refused once the payment was captured, and moves nothing', async () => {
  const { rig, account } = authorized()
  await rig.capture(account)
  const onlyUncaptured = { account: 'tr:sandbox', paymentId: account.id, key: 'v', onlyUncaptured: true }
  expect(failureOf(await rig.lifecycle.void(onlyUncaptured)).error.code).toBe('captured')
  expect(account.gone).toBe(0)
})

test('a capture and a void of authorizations only, at once: one of them happens', async () => {
  const { rig, account } = authorized()
  const onlyUncaptured = { account: 'tr:sandbox', paymentId: account.id, key: 'v', onlyUncaptured: true }
  const results = await Promise.all([rig.capture(account), rig.lifecycle.void(onlyUncaptured)])
  expect(results.map(({ state }) => state).sort()).toEqual(['done', 'failed'])
})
