import { money } from '../money'
import type { OperationStep } from '../platform'
import { matchCaptureAnswer } from './capture'
import { matchRefundRecords, readRefund } from './transaction-refund'
import { isMixed, matchParts } from './whole-refund'

const tl = (minor: number) => money(minor, 'TRY')
const step: OperationStep = {
  key: 'k',
  paymentId: 7,
  transactionId: 71,
  amount: tl(20_000),
  price: tl(20_000),
  state: 'sent',
}
const record = (status: string, change: object = {}) =>
  readRefund({
    id: 1,
    status,
    refundPrice: 200,
    currency: 'TRY',
    paymentId: 7,
    paymentTransactionId: 71,
    ...change,
  })

test.each([
  ['no record', [], undefined],
  ['a status that nobody knows', ['ODD'], undefined],
  ['a failure before a success', ['FAILURE', 'SUCCESS'], { is: 'done', refundId: 2 }],
  ['a failure before one that waits', ['FAILURE', 'WAITING'], { is: 'waiting', refundId: 2 }],
  [
    'failures only',
    ['FAILURE', 'FAILURE'],
    { is: 'failed', error: expect.objectContaining({ code: 'refund-failed' }) },
  ],
])('the records of one request: %s', (_, statuses, answer) => {
  const records = statuses.map((status, index) => record(status, { id: index + 1 }))
  expect(matchRefundRecords(step, records)).toEqual(answer)
})

test.each([
  ['another amount', { refundPrice: 10 }, 'TRY 10.00'],
  ['no amount', { refundPrice: null }, 'no amount'],
  ['another currency', { currency: 'USD' }, 'USD 200.00'],
  ['another payment', { paymentId: 8 }, '#8'],
  ['another transaction', { paymentTransactionId: 72 }, '/72'],
])('%s than was asked is never done', (_, change, found) => {
  for (const status of ['SUCCESS', 'WAITING']) {
    expect(matchRefundRecords(step, [record(status, change)])).toMatchObject({
      is: 'failed',
      error: { code: 'answer-differs', description: expect.stringContaining(found) },
    })
  }
})

test('what Craftgate leaves out contradicts nothing, but for the amount', () => {
  const change = { currency: null, paymentId: null, paymentTransactionId: null }
  expect(matchRefundRecords(step, [record('SUCCESS', change)])).toMatchObject({ is: 'done' })
})

test('two refunds under one key are more than was asked', () => {
  expect(matchRefundRecords(step, [record('SUCCESS'), record('WAITING')])).toMatchObject({
    is: 'failed',
    error: { code: 'answer-differs' },
  })
})

const whole: OperationStep = { ...step, transactionId: undefined, amount: tl(10_000) }
const parts = (...statuses: string[]) =>
  statuses.map((status, index) =>
    record(status, { paymentTransactionId: index + 1, refundPrice: 33.33333333 }),
  )

test.each([
  ['one that waits', ['SUCCESS', 'WAITING', 'SUCCESS'], 'waiting', false],
  ['all successes', ['SUCCESS', 'SUCCESS', 'SUCCESS'], 'done', false],
  ['all failures', ['FAILURE', 'FAILURE', 'FAILURE'], 'failed', false],
])('the refunds of all transactions: %s', (_, statuses, is, mixed) => {
  expect(matchParts(whole, parts(...statuses))?.is).toBe(is)
  expect(isMixed(parts(...statuses))).toBe(mixed)
})

test('some refused and some not is mixed', () => {
  expect(isMixed(parts('FAILURE', 'SUCCESS'))).toBe(true)
})

test('refunds of all transactions that sum up to something else are not the whole', () => {
  expect(matchParts(whole, parts('SUCCESS', 'SUCCESS'))).toMatchObject({ error: { code: 'answer-differs' } })
})

test.each([
  ['of another payment', { id: 8 }],
  ['with another amount', { paidPrice: 199.99 }],
  ['in another currency', { currency: 'EUR' }],
])('a capture %s is not the one that was asked', (_, change) => {
  const answer = { id: 7, paymentStatus: 'SUCCESS', paidPrice: 200, currency: 'TRY' }
  expect(matchCaptureAnswer(step, answer)).toMatchObject({ is: 'done' })
  expect(matchCaptureAnswer(step, { ...answer, ...change })).toMatchObject({
    is: 'failed',
    error: { code: 'answer-differs' },
  })
})
