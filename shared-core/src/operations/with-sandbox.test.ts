// Operations over the core's real wire against the emulator: connections that are cut, days that close, slow banks.
import { type FaultInput, type Sandbox, startSandbox, testCards } from '@craftgate-commerce/sandbox'
import { type CraftgateClient, createClient } from '../client'
import type { OperationResult } from '../commerce'
import { silentLogger } from '../logger'
import { MemoryPlatform } from '../testing'
import { createOperations, type Operations } from '.'
import { failureOf, tl } from './testing/operations-harness'

const deadlines = { readMs: 5000, startMs: 5000, moneyMs: 5000 }

let sandbox: Sandbox
let client: CraftgateClient
let platform: MemoryPlatform
let operations: Operations

const clock = () => sandbox.control.clock.now()

beforeAll(async () => {
  sandbox = await startSandbox({ clock: new Date('2026-03-02T09:00:00Z'), timeScale: 0 })
})
afterAll(() => sandbox.close())

beforeEach(() => {
  sandbox.control.reset()
  const { apiKey, secretKey, webhookKey, url: environment } = sandbox
  const retry = { firstDelayMs: 1, longestDelayMs: 1 }
  client = createClient({ apiKey, secretKey, webhookKey, environment }, { deadlines, retry })
  platform = new MemoryPlatform({ clock })
  operations = createOperations({
    platform,
    clientFor: () => client,
    fingerprintOf: () => 'first',
    options: {
      partialRefunds: 'proportional',
      chargeRefundsFromMe: false,
      deadlines,
      reconcileAfterSeconds: 0,
    },
    logger: silentLogger,
    clock,
    pause: async () => {},
  })
})
afterEach(() => client.close())

/** 100 TRY in three items, with 4.75 TRY of interest. */
async function pay(paymentPhase?: 'PRE_AUTH', cardNumber = testCards.success.cardNumber): Promise<number> {
  const items = [30, 50, 20].map((price, index) => ({ name: 'Item', price, externalId: `item-${index + 1}` }))
  const card = {
    cardHolderName: 'Haluk Demir',
    cardNumber,
    expireYear: '2044',
    expireMonth: '07',
    cvc: '000',
  }
  const body = {
    price: 100,
    paidPrice: 104.75,
    installment: 1,
    currency: 'TRY',
    paymentGroup: 'PRODUCT',
    items,
    card,
    paymentPhase,
  } as const
  return (await client.call('createPayment', { body })).id
}

const refund = (paymentId: number, minor: number, key = 'r'): Promise<OperationResult> =>
  operations.refund({ account: 'tr:sandbox', paymentId, key, amount: tl(minor) })

const breakNext = (path: string, kind: FaultInput['kind'], times = 1) =>
  sandbox.control.faults.add({ match: { path }, kind, times })

const arrived = (path: string) =>
  sandbox.control.requests().filter((request) => request.method === 'POST' && request.path.startsWith(path))
    .length

const rowOf = (paymentId: number) => sandbox.control.payments().find(({ id }) => id === paymentId)

async function resume() {
  await sandbox.control.clock.advance({ minutes: 4 })
  return operations.resumeOperations()
}

const PARTS = '/payment/v1/refund-transactions'
const WHOLE = '/payment/v1/refunds'
const REPORTS = '/payment-reporting'

test('partial refunds end at what the card was charged, to the kuruş', async () => {
  const id = await pay()
  for (const [index, minor] of [3333, 3333, 3334].entries()) {
    expect(await refund(id, minor, `r${index}`)).toMatchObject({ state: 'done' })
  }
  expect(rowOf(id)).toMatchObject({ refunded: '104.75', refundStatus: 'FULLY_REFUNDED' })
  expect(failureOf(await refund(id, 1, 'r9')).message.en).toContain('TRY 0.00')
})

test('a whole refund is a cancellation on the same day and a refund on the next', async () => {
  const [today, yesterday] = [await pay(), await pay()]
  expect(await refund(today, 10_000, 'r1')).toMatchObject({ state: 'done', operation: { cancelled: true } })
  await sandbox.control.clock.advance({ days: 1 })
  expect(await refund(yesterday, 10_000, 'r2')).toMatchObject({
    state: 'done',
    operation: { cancelled: false },
  })
  expect(rowOf(yesterday)).toMatchObject({ refundStatus: 'FULLY_REFUNDED' })
})

test('a connection that is cut after the refund was made loses nothing', async () => {
  const id = await pay()
  breakNext(PARTS, 'drop-after-commit')
  expect(await refund(id, 5000)).toMatchObject({ state: 'done' })
  expect(sandbox.control.refunds()).toHaveLength(2)
})

test.each([
  ['on the same day', 0],
  ['on the next day', 1],
])('a connection that is cut after a whole refund was made %s loses nothing', async (_, days) => {
  const id = await pay()
  await sandbox.control.clock.advance({ days })
  breakNext(WHOLE, 'drop-after-commit')
  const result = await refund(id, 10_000)
  expect(result).toMatchObject({ state: 'done' })
  expect(arrived(WHOLE)).toBe(1)
  expect(rowOf(id)).toMatchObject({ refunded: '104.75' })
})

test('a connection that is cut before the refund was made is tried again, once Craftgate was asked', async () => {
  const id = await pay()
  breakNext(PARTS, 'drop-before')
  const result = await refund(id, 5000)
  expect(result).toMatchObject({ state: 'done' })
  const keys = 'operation' in result ? result.operation?.steps.map(({ key }) => key) : []
  expect(sandbox.control.refunds().map(({ conversationId }) => conversationId)).toEqual(keys)
})

test('a Craftgate that cannot be asked leaves the refund unknown, and tells its end later', async () => {
  const id = await pay()
  breakNext(PARTS, 'drop-after-commit')
  sandbox.control.faults.add({
    match: { path: `${REPORTS}/v1/refund-transactions` },
    kind: 'drop-before',
    times: 50,
  })
  expect(await refund(id, 2000)).toMatchObject({ state: 'unknown' })
  sandbox.control.faults.clear()
  expect(await resume()).toEqual({ settled: 1, problems: [] })
  expect(sandbox.control.refunds()).toHaveLength(1)
})

test('an answer of 503 after which nothing happened is sent again at once', async () => {
  const id = await pay()
  breakNext(PARTS, 'status')
  expect(await refund(id, 2000)).toMatchObject({ state: 'done' })
  expect(sandbox.control.refunds()).toHaveLength(1)
  expect(arrived(PARTS)).toBe(2)
})

test.each([
  ['SUCCESS', 'done'],
  ['FAILURE', 'failed'],
] as const)('a refund that the bank keeps waiting is followed to %s', async (status, state) => {
  const id = await pay()
  sandbox.control.refunds.nextStatus('WAITING')
  expect(await refund(id, 2000)).toMatchObject({ state: 'waiting' })
  expect(await resume()).toEqual({ settled: 0, problems: [] })
  sandbox.control.refunds.finishWaiting(status)
  expect(await resume()).toEqual({ settled: 1, problems: [] })
  expect(platform.settledOperations).toMatchObject([{ key: 'r', state }])
})

test('a refund that fails at once, without a reason, says so', async () => {
  const id = await pay()
  sandbox.control.refunds.nextStatus('FAILURE')
  const { message, movedAmount } = failureOf(await refund(id, 2000))
  expect(message.en).toBe('The refund failed. The bank refused it without giving a reason.')
  expect(movedAmount).toBeUndefined()
})

test('a refund that the bank declines says why, in the merchant’s words', async () => {
  const id = await pay(undefined, '6501700000006664')
  expect(failureOf(await refund(id, 2000))).toMatchObject({
    error: { group: 'REFUND_DECLINE' },
    message: { tr: expect.stringMatching(/^İade yapılamadı\. ./) },
  })
})

test('what the panel refunded is respected', async () => {
  const id = await pay()
  const [first] = rowOf(id)?.transactions ?? []
  await client.call('refundPaymentTransaction', {
    body: { paymentTransactionId: first?.id ?? 0, refundPrice: Number(first?.paidPrice) },
  })
  expect(failureOf(await refund(id, 10_000, 'r1')).message.en).toContain('TRY 70.00')
  expect(await refund(id, 7000, 'r2')).toMatchObject({ state: 'done' })
  expect(rowOf(id)).toMatchObject({ refundStatus: 'FULLY_REFUNDED' })
})

describe('a pre-authorization', () => {
  const capture = (paymentId: number, minor?: number, key = 'c') =>
    operations.capture({
      account: 'tr:sandbox',
      paymentId,
      key,
      amount: minor === undefined ? undefined : tl(minor),
    })

  test.each([
    ['all', undefined, '104.75'],
    ['less', 9000, '94.28'],
    ['more', 11_000, '115.23'],
  ])('is captured with %s of its price', async (_, minor, paid) => {
    const id = await pay('PRE_AUTH')
    expect(await capture(id, minor)).toMatchObject({ state: 'done' })
    expect(rowOf(id)).toMatchObject({ phase: 'POST_AUTH', paidPrice: paid })
  })

  test('is not captured beyond the margin of the POS', async () => {
    const id = await pay('PRE_AUTH')
    expect(failureOf(await capture(id, 13_000)).message.en).toMatch(/^The capture failed\. ./)
    expect(rowOf(id)).toMatchObject({ phase: 'PRE_AUTH' })
  })

  test('is captured once, wherever the connection is cut', async () => {
    const [before, after] = [await pay('PRE_AUTH'), await pay('PRE_AUTH')]
    breakNext(`/payment/v1/card-payments/${after}/post-auth`, 'drop-after-commit')
    breakNext(`/payment/v1/card-payments/${before}/post-auth`, 'drop-before')
    expect(await capture(after, 9000, 'c1')).toMatchObject({ state: 'done' })
    expect(await capture(before, 9000, 'c2')).toMatchObject({ state: 'done' })
    expect(sandbox.control.payments().map(({ paidPrice }) => paidPrice)).toEqual(['94.28', '94.28'])
  })

  test('is voided, and then neither captured nor voided again', async () => {
    const id = await pay('PRE_AUTH')
    const nothing = { account: 'tr:sandbox', paymentId: id }
    expect(await operations.void({ ...nothing, key: 'v1' })).toMatchObject({
      state: 'done',
      operation: { cancelled: true },
    })
    expect(failureOf(await capture(id)).error.code).toBe('gone')
    expect(await operations.void({ ...nothing, key: 'v2' })).toMatchObject({ state: 'done' })
    expect(arrived(WHOLE)).toBe(1)
  })

  test('is refunded by what was captured of it, days later, as a whole', async () => {
    const id = await pay('PRE_AUTH')
    await capture(id, 9000)
    await sandbox.control.clock.advance({ days: 3 })
    expect(failureOf(await refund(id, 4000, 'r1')).error.code).toBe('whole-only')
    expect(await refund(id, 9000, 'r2')).toMatchObject({ state: 'done', operation: { cancelled: false } })
    expect(rowOf(id)).toMatchObject({ refunded: '94.28' })
  })
})

test('the payment is told in our units', async () => {
  const id = await pay()
  expect(await operations.payment({ account: 'tr:sandbox', paymentId: id })).toMatchObject({
    price: tl(10_000),
    paidPrice: tl(10_475),
  })
})

test('a payment that Craftgate does not know is failed', async () => {
  expect(failureOf(await refund(4711, 100)).operation).toBeUndefined()
})

const giveBack = (paymentId: number, key = 'session-unexpected') =>
  operations.refundEverything({ account: 'tr:sandbox', paymentId, key })

test('of an unexpected payment the rest goes back when the merchant refunded a part in the panel, interest too', async () => {
  const paymentId = await pay()
  sandbox.control.panel.refund(paymentId, { amount: '42.30' })
  expect(await giveBack(paymentId)).toMatchObject({ state: 'done' })
  expect(rowOf(paymentId)?.refunded).toBe('104.75')
  expect((await giveBack(paymentId)).state).toBe('done')
  expect(rowOf(paymentId)?.refunded).toBe('104.75')
})

test('the rest of an unexpected payment goes back once, also when the answers are lost', async () => {
  const paymentId = await pay()
  sandbox.control.panel.refund(paymentId, { amount: '42.30' })
  breakNext('/payment/v1/refund-transactions', 'drop-after-commit')
  await giveBack(paymentId)
  await resume()
  expect((await giveBack(paymentId)).state).toBe('done')
  expect(rowOf(paymentId)?.refunded).toBe('104.75')
})

test('a merchant who voids a payment of which a part went back is told to refund the rest', async () => {
  const paymentId = await pay()
  sandbox.control.panel.refund(paymentId, { amount: '42.30' })
  const voided = await operations.void({ account: 'tr:sandbox', paymentId, key: 'v' })
  expect(failureOf(voided).error.code).toBe('partly-refunded')
})
