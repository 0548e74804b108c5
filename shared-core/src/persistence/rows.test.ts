import { money } from '../money'
import type { CheckoutRecord, PaymentOperation } from '../platform'
import { checkoutOfRow, operationOfRow, toCheckoutRow, toOperationRow } from './rows'

const record: CheckoutRecord = {
  id: 'cg-1',
  reference: 'r1',
  attempt: 2,
  account: 'zerdali:live',
  order: 'o1',
  context: { channel: 'tr' },
  phase: 'AUTH',
  paymentIds: [],
  state: 'open',
  expected: money(12_345, 'TRY'),
  createdAt: new Date(1),
  updatedAt: new Date(2),
  stateSince: new Date(1),
  version: 3,
}
const whole: CheckoutRecord = {
  ...record,
  token: 't',
  pageUrl: 'https://example.com/p',
  paymentIds: [9, 10],
  method: 'MASTERPASS',
  expiresAt: new Date(3),
  note: 'n',
}
const operation: PaymentOperation = {
  key: 'refund-9-1',
  kind: 'refund',
  account: 'zerdali:live',
  paymentId: 9,
  amount: money(500, 'KWD'),
  steps: [{ key: 'l', paymentId: 9, amount: money(500, 'KWD'), price: money(500, 'KWD'), state: 'done' }],
  state: 'done',
  createdAt: new Date(1),
  updatedAt: new Date(2),
  version: 1,
}

test.each([record, whole])('a record comes back from its row as it was', (each) => {
  const row = toCheckoutRow(each)
  expect(checkoutOfRow(row)).toEqual(each)
  expect(Object.values(row)).not.toContain(undefined)
})

test.each([
  operation,
  { ...operation, request: { amountNamed: true, onlyUncaptured: true } },
  {
    ...operation,
    cancelled: true,
    error: { code: '1' },
    shopReference: 'ref_1',
    acknowledgedAt: new Date(4),
  },
])('an operation comes back from its row as it was', (each) => {
  const row = toOperationRow(each)
  expect(operationOfRow(row)).toEqual(each)
  expect(Object.values(row)).not.toContain(undefined)
})
