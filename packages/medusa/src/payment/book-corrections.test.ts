import { correctionsOf, creditDue, type MovedMoney } from './book-corrections'

const payment = (over: Partial<MovedMoney> = {}): MovedMoney => ({
  id: 'pay_1',
  captures: [{ id: 'capt_1', amount: 144.8 }],
  refunds: [],
  removed: [],
  ...over,
})
const booked = (reference: string, reference_id: string, amount: number) => ({
  reference,
  reference_id,
  amount,
})
const captured = booked('capture', 'capt_1', 144.8)
const refund = (id: string, amount: number | string) => ({ id, amount })

const added = (moved: MovedMoney, ...transactions: ReturnType<typeof booked>[]) =>
  correctionsOf([moved], transactions).map(
    ({ reference_id, amount }) => `${reference_id} ${amount.toFixed()}`,
  )

test('books that say what moved are left alone', () => {
  const refunds = [refund('ref_1', 10), refund('ref_2', '0.1')]
  const rows = [booked('refund', 'ref_1', -10), booked('refund', 'ref_2', -0.1)]
  expect(added(payment({ refunds }), captured, ...rows)).toEqual([])
})

test('what is missing is added by the id of its row', () => {
  expect(added(payment({ refunds: [refund('ref_1', 20)] }))).toEqual(['capt_1 144.8', 'ref_1 -20'])
})

test('a refund that was booked with the amount of another is corrected by the difference', () => {
  const refunds = [refund('ref_1', 10), refund('ref_2', 20)]
  const rows = [booked('refund', 'ref_1', -10), booked('refund', 'ref_2', -10)]
  expect(added(payment({ refunds }), captured, ...rows)).toEqual(['ref_2 -10'])
})

test('a refund that was booked twice is corrected', () => {
  const refunds = [refund('ref_1', 10), refund('ref_2', 20)]
  const twice = ['ref_1', 'ref_2'].flatMap((id) => [booked('refund', id, -10), booked('refund', id, -20)])
  expect(added(payment({ refunds }), captured, ...twice)).toEqual(['ref_1 20', 'ref_2 10'])
})

test('the refund of a cancel is booked by the payment, and only what it moved', () => {
  const cancel = booked('refund', 'pay_1', -134.8)
  const refunds = [refund('ref_1', 10), refund('ref_2', 134.8)]
  const rows = [captured, booked('refund', 'ref_1', -10)]
  expect(added(payment({ refunds }), ...rows, cancel)).toEqual([])
  expect(added(payment({ refunds: refunds.slice(0, 1) }), ...rows, cancel)).toEqual(['pay_1 134.8'])
  const back = booked('refund', 'pay_1', 134.8)
  expect(added(payment({ refunds }), ...rows, cancel, back)).toEqual(['ref_2 -134.8'])
})

test('nothing of a refund that was taken out stays in the order', () => {
  expect(added(payment({ removed: ['ref_9'] }), captured, booked('refund', 'ref_9', -5))).toEqual(['ref_9 5'])
})

test.each([
  ['nothing was written yet', { refunded: 30, written: 0, pending: 30 }, 30],
  ['a part was written', { refunded: 30, written: 10, pending: 20 }, 20],
  ['all was written', { refunded: 30, written: 30, pending: 0 }, 0],
  ['it paid what the order owed', { refunded: 30, written: 0, pending: 0 }, 0],
  ['it paid a part of what the order owed', { refunded: 30, written: 0, pending: 12.5 }, 12.5],
  ['the order still owes more', { refunded: 30, written: 0, pending: -5 }, 0],
  ['too much was written', { refunded: 30, written: 40, pending: -10 }, -10],
  ['the shopper owes more, for another reason', { refunded: 30, written: 30, pending: 50 }, 0],
])('the credit line of refunds, when %s', (_, { refunded, written, pending }, due) => {
  expect(Number(creditDue(refunded, written, pending))).toBe(due)
})
