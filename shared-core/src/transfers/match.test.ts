import { type CurrencyCode, money } from '../money'
import type { CheckoutRecord, WaitingOrder } from '../platform'
import { matchesOf, numbersIn } from './match'
import type { BankTransfer } from './read-transfer'

const AT = new Date('2026-03-02T09:00:00Z')

const transfer = (over: Partial<BankTransfer> = {}): BankTransfer => ({
  ...{ id: 1, amount: money(81_500, 'TRY'), senderName: 'ALICAN AKKUS', senderIban: 'TR87' },
  ...{ description: '7654321 numaralı sipariş', receivedAt: new Date('2026-03-02T09:00:00Z') },
  ...over,
})

function order(
  number: string,
  minor: number,
  over: Partial<WaitingOrder> = {},
  currency: CurrencyCode = 'TRY',
) {
  const record = {
    ...{ id: number, reference: number, attempt: 1, account: 'tr:sandbox', order: number, context: {} },
    ...{ phase: 'AUTH', state: 'created', expected: money(minor, currency), paymentIds: [] },
    ...{ createdAt: AT, updatedAt: AT, stateSince: AT, version: 1 },
  } as CheckoutRecord
  return { record, number, buyerNames: [], ...over }
}

const reasonsOf = (of: BankTransfer, ...orders: readonly WaitingOrder[]) =>
  matchesOf(of, orders).map(({ order: { number }, reasons }) => [number, ...reasons])

test('the number in the description, the amount and the name each speak for an order, the likeliest first', () => {
  const orders = [
    order('1', 99_900, { buyerNames: ['Alican Akkuş'] }),
    order('2', 81_500),
    order('3', 81_500, { buyerNames: ['Ayşe Yılmaz', 'Alican Mehmet Akkuş'] }),
    order('7654321', 81_500, { buyerNames: ['Alican Akkuş'] }),
    order('5', 10_000, { buyerNames: ['Ayşe Yılmaz'] }),
  ]
  expect(reasonsOf(transfer(), ...orders)).toEqual([
    ['7654321', 'reference', 'amount', 'name'],
    ['3', 'amount', 'name'],
    ['2', 'amount'],
    ['1', 'name'],
  ])
})

test('an order that waits longer comes before one that waits as likely', () => {
  const older = order('2', 81_500)
  const before = { ...older, record: { ...older.record, createdAt: new Date('2026-03-01T09:00:00Z') } }
  expect(reasonsOf(transfer(), order('1', 81_500), before)).toEqual([
    ['2', 'amount'],
    ['1', 'amount'],
  ])
})

test('the same number of minor units of another currency is another amount', () => {
  expect(reasonsOf(transfer(), order('1', 81_500, {}, 'USD'))).toEqual([])
})

test.each([
  ['ALİCAN AKKUŞ', 'Alican Akkuş', true],
  ['AKKUS ALICAN', 'Alican Akkuş', true],
  ['IŞIL ÇİĞDEM ÖZGÜR', 'Işıl Özgür', true],
  ['ALICAN', 'Alican Akkuş', false],
  ['ALICAN AKKUŞOĞLU', 'Alican Akkuş', false],
  ['A. AKKUŞ', 'Alican Akkuş', false],
  ['', '', false],
])('a transfer of %s may be %s: %s', (senderName, buyer, isSame) => {
  const reasons = reasonsOf(transfer({ senderName }), order('1', 1, { buyerNames: [buyer] }))
  expect(reasons).toEqual(isSame ? [['1', 'name']] : [])
})

test.each([
  ['7654321 numaralı sipariş', ['7654321']],
  ['Sipariş no: #1001', ['1001']],
  ['SIP1001', ['SIP1001', '1001']],
  ['T7J4K9BZ2VYXR5WQ ödemesi', ['T7J4K9BZ2VYXR5WQ', '7', '4', '9', '2', '5']],
  ['abcdefghijklmnop', ['ABCDEFGHIJKLMNOP']],
  ['kira', []],
  ['', []],
])('%s may name the orders %j', (description, numbers) => {
  expect(numbersIn(description)).toEqual(numbers)
})

test('a description of many numbers names a few', () => {
  expect(numbersIn(Array.from({ length: 200 }, (_, at) => `${1000 + at}`).join(' '))).toHaveLength(12)
})

test('a number within a longer one is another order’s', () => {
  expect(reasonsOf(transfer({ description: '17654321' }), order('7654321', 1))).toEqual([])
})
