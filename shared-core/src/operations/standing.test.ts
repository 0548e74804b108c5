// What the list of payments says of a payment that was captured, voided or refunded: it is written beside the attempt.
import { OperationsHarness, tl } from './testing/operations-harness'

const one = [{ price: 10_000, paid: 11_000 }]

let harness: OperationsHarness
beforeEach(() => {
  harness = new OperationsHarness()
})

const noted = async () => {
  const record = await harness.platform.findCheckout({ reference: 's1' })
  return [record?.state, record?.standing]
}

async function authorized() {
  const account = harness.bank.open(one, 'PRE_AUTH')
  await harness.attempt([account], { phase: 'PRE_AUTH', state: 'authorized' })
  return account
}

async function captured() {
  const account = harness.bank.open(one)
  await harness.attempt([account])
  return account
}

test.each([
  [undefined, 'captured'],
  [9_000, 'captured-in-part'],
  [11_000, 'captured'],
])('a pre-authorization of 100 of which %s was captured is %s', async (minor, standing) => {
  const account = await authorized()
  await harness.capture(account, minor)
  expect(await noted()).toEqual(['authorized', standing])
})

test('one that was voided is no longer authorized, and nothing was given back', async () => {
  await harness.void(await authorized())
  expect((await noted())[1]).toBe('voided')
})

test('a capture that failed changes nothing', async () => {
  await harness.capture(await authorized(), 12_000)
  expect((await noted())[1]).toBeUndefined()
})

test('what was captured in part is given back when that part went back', async () => {
  const account = await authorized()
  await harness.capture(account, 9_000)
  await harness.refund(account, 9_000)
  expect((await noted())[1]).toBe('given-back')
})

test('a sale is given back in part, then whole; a refund that waits at the bank counts when it is done', async () => {
  const account = await captured()
  await harness.refund(account, 4_000, 'r1')
  expect((await noted())[1]).toBe('given-back-in-part')
  harness.bank.statuses.push('WAITING')
  await harness.refund(account, 6_000, 'r2')
  expect((await noted())[1]).toBe('given-back-in-part')
  harness.bank.decide('SUCCESS')
  await harness.resume()
  expect((await noted())[1]).toBe('given-back')
})

test('somebody who wrote the attempt in the same moment loses nothing', async () => {
  const account = await captured()
  const { saveCheckout } = harness.platform
  let isFirst = true
  harness.platform.saveCheckout = async (record) => {
    if (!isFirst) return saveCheckout.call(harness.platform, record)
    isFirst = false
    const { standing: _mine, ...theirs } = record
    await saveCheckout.call(harness.platform, { ...theirs, note: 'Theirs' })
    return saveCheckout.call(harness.platform, record)
  }
  await harness.refund(account, 4_000)
  const record = await harness.platform.findCheckout({ reference: 's1' })
  expect([record?.note, record?.standing]).toEqual(['Theirs', 'given-back-in-part'])
})

test('money moves also when that cannot be written, and it is written with the next write', async () => {
  const account = await captured()
  harness.platform.saveCheckout = () => Promise.reject(new Error('The database is away'))
  expect(await harness.refund(account, 4_000)).toMatchObject({
    state: 'done',
    operation: { amount: tl(4_000) },
  })
})
