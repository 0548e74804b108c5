import type { MoneyIntent } from '@craftgate-commerce/core'
import { keyOf, refundKeyOf } from './call-keys'

const intent = (
  key: string,
  kind: MoneyIntent['kind'],
  state: MoneyIntent['state'],
  minor = 1_000,
): MoneyIntent => ({
  key,
  kind,
  state,
  merchant: 'tr',
  paymentId: 5,
  amount: { minor, currency: 'TRY' },
  legs: [],
  createdAt: new Date(0),
  updatedAt: new Date(0),
  version: 1,
})
const named = (key: string) => ({ metadata: { key } })

test('two clicks on settle are one capture', () => {
  expect(keyOf('capture', 5, [])).toBe('capture-5-1')
  expect(keyOf('capture', 5, [intent('capture-5-1', 'capture', 'unknown')])).toBe('capture-5-1')
})

test('a capture that failed may be tried again', () => {
  expect(keyOf('capture', 5, [intent('capture-5-1', 'capture', 'failed')])).toBe('capture-5-2')
})

test('every refund has a key of its own', () => {
  const intents = [intent('refund-5-1', 'refund', 'done')]
  const refunds = [named('refund-5-1')]
  expect(refundKeyOf({ paymentId: 5, amount: 1_000, intents, refunds })).toBe('refund-5-2')
})

test('a refund that Vendure lost before its commit is found again, not made again', () => {
  const intents = [intent('refund-5-1', 'refund', 'done')]
  expect(refundKeyOf({ paymentId: 5, amount: 1_000, intents, refunds: [] })).toBe('refund-5-1')
  expect(refundKeyOf({ paymentId: 5, amount: 2_000, intents, refunds: [] })).toBe('refund-5-2')
})

test('a refund that failed is not found again', () => {
  const intents = [intent('refund-5-1', 'refund', 'failed')]
  expect(refundKeyOf({ paymentId: 5, amount: 1_000, intents, refunds: [] })).toBe('refund-5-2')
})
