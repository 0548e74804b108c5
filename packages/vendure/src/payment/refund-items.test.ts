import { line, shipping } from '../test/orders'
import { refundItems } from './refund-items'

const scale = { precision: 2 }
const cups = line({ price: 1_000, quantity: 3, promotion: 100 })
const pot = line({ price: 5_000 })
const way = shipping({ price: 500 })
const order = { lines: [cups, pot], shippingLines: [way], scale }
const TRY = (minor: number) => ({ minor, currency: 'TRY' as const })

test('the chosen lines come first, at what a piece was paid, then shipping', () => {
  const input = { lines: [{ orderLineId: cups.id, quantity: 1 }], shipping: 500 }
  expect(refundItems({ ...order, input, amount: TRY(1_467) })).toEqual([
    { externalId: `line-${cups.id}`, amount: TRY(967) },
    { externalId: `shipping-${way.id}`, amount: TRY(500) },
  ])
})

test('all pieces are refunded at what the line was paid, whatever a piece rounds to', () => {
  const input = { lines: [{ orderLineId: cups.id, quantity: 3 }], shipping: 0 }
  expect(refundItems({ ...order, input, amount: TRY(2_901) })).toEqual([
    { externalId: `line-${cups.id}`, amount: TRY(2_901) },
  ])
})

test('the items never come to more than the refund', () => {
  const input = { lines: [{ orderLineId: pot.id, quantity: 1 }], shipping: 500 }
  expect(refundItems({ ...order, input, amount: TRY(4_000) })).toEqual([
    { externalId: `line-${pot.id}`, amount: TRY(4_000) },
  ])
})

test('an amount without lines names no items', () => {
  expect(refundItems({ ...order, input: { shipping: 0 }, amount: TRY(100) })).toBeUndefined()
})
