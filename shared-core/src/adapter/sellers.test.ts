import { approvalKeyOf, deliveredLines, withSellers } from './sellers'

const sold = [
  { externalId: 'line-1', goods: 'oil', quantity: 2 },
  { externalId: 'line-2', goods: 'pot', quantity: 1 },
  { externalId: 'line-3', goods: 'oil', quantity: 1 },
]

test.each([
  [{ oil: 2 }, []],
  [{ oil: 2, pot: 1 }, ['line-2']],
  [{ oil: 3 }, ['line-1', 'line-3']],
  [{ oil: 3, pot: 1 }, ['line-1', 'line-2', 'line-3']],
])('of %j delivered, the lines with all of their goods are let go', (delivered, lines) => {
  expect(deliveredLines(sold, new Map(Object.entries(delivered)))).toEqual(lines)
})

test('a key has no sign that an operation may not have', () => {
  expect(approvalKeyOf(7, 'ful_01J')).toBe('approve-7-ful-01J')
  expect(approvalKeyOf(7, 'x'.repeat(99))).toHaveLength(64)
})

test('a line is asked about with what it comes to, and one of the shop’s own stays as it is', async () => {
  const line = { externalId: 'line-1', name: 'Yağ', quantity: 2, unitPrice: 5_000, discount: 1_000 }
  const own = { ...line, externalId: 'line-2' }
  const lines = await withSellers(
    [line, own],
    ({ externalId }, price) => ({ externalId, price }),
    ({ externalId, price }) =>
      externalId === 'line-1' ? { memberId: 2, share: (price * 90) / 100 } : undefined,
  )
  expect(lines).toEqual([{ ...line, seller: { memberId: 2, share: 8_100 } }, own])
})
