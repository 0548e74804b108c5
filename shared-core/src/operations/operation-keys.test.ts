import { money } from '../money'
import type { PaymentOperation } from '../platform'
import { operationKeyOf, refundKeyOf } from './operation'

const operation = (
  key: string,
  kind: PaymentOperation['kind'],
  state: PaymentOperation['state'],
  minor = 1_000,
): PaymentOperation => ({
  key,
  kind,
  state,
  account: 'tr:sandbox',
  paymentId: 5,
  amount: tl(minor),
  steps: [],
  createdAt: new Date(0),
  updatedAt: new Date(0),
  version: 1,
})
const tl = (minor: number) => money(minor, 'TRY')
const none = new Set<string>()

test('two clicks on settle are one capture', () => {
  expect(operationKeyOf('capture', 5, [])).toBe('capture-5-1')
  expect(operationKeyOf('capture', 5, [operation('capture-5-1', 'capture', 'unknown')])).toBe('capture-5-1')
})

test('a capture that failed may be tried again', () => {
  expect(operationKeyOf('capture', 5, [operation('capture-5-1', 'capture', 'failed')])).toBe('capture-5-2')
})

test('every refund has a key of its own', () => {
  const operations = [operation('refund-5-1', 'refund', 'done')]
  const known = new Set(['refund-5-1'])
  expect(refundKeyOf({ paymentId: 5, amount: tl(1_000), operations, known })).toBe('refund-5-2')
})

test('a refund that the shop lost before its commit is found again, not made again', () => {
  const operations = [operation('refund-5-1', 'refund', 'done')]
  expect(refundKeyOf({ paymentId: 5, amount: tl(1_000), operations, known: none })).toBe('refund-5-1')
  expect(refundKeyOf({ paymentId: 5, amount: tl(2_000), operations, known: none })).toBe('refund-5-2')
})

test('a refund that failed is not found again', () => {
  const operations = [operation('refund-5-1', 'refund', 'failed')]
  expect(refundKeyOf({ paymentId: 5, amount: tl(1_000), operations, known: none })).toBe('refund-5-2')
})

test('a refund that was only written down, in a transaction that was rolled back, is not found again', () => {
  const operations = [operation('refund-5-1', 'refund', 'planned')]
  expect(refundKeyOf({ paymentId: 5, amount: tl(1_000), operations, known: none })).toBe('refund-5-2')
})
