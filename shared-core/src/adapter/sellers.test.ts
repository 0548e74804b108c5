import { withSellers } from './sellers'

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
