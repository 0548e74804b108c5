import fc from 'fast-check'
import { randomOrder } from '../testing/random-order'
import type { OrderSnapshot, SnapshotCharge, SnapshotLine } from './order-snapshot'
import { toBasket } from './to-basket'

// fast-check prints the seed and the smallest failing order.
const overRandomOrders = (check: (order: OrderSnapshot) => void) =>
  fc.assert(fc.property(randomOrder, check), { numRuns: 10_000 })

const idsOf = (order: OrderSnapshot) =>
  [...order.lines, ...order.shipping, ...order.fees].map((row) => row.externalId)

describe('the basket of any order', () => {
  it('sums to the total exactly, with no item of zero or less', () => {
    overRandomOrders((order) => {
      const { price, items } = toBasket(order)
      expect(price).toEqual({ minor: order.total, currency: order.currency })
      expect(items.reduce((sum, item) => sum + item.price.minor, 0)).toBe(order.total)
      expect(items.every((item) => item.price.minor > 0 && item.price.currency === order.currency)).toBe(true)
    })
  })

  it('accounts for every row once, by externalId, in the order of the snapshot', () => {
    overRandomOrders((order) => {
      const { items, dropped } = toBasket(order)
      const ids = idsOf(order)
      const kept = items.map((item) => item.externalId)
      const left = dropped.map((row) => row.externalId)
      expect([...kept, ...left].sort()).toEqual([...ids].sort())
      expect(kept).toEqual(ids.filter((id) => kept.includes(id)))
      expect(left).toEqual(ids.filter((id) => left.includes(id)))
    })
  })

  it('is the same basket every time', () => {
    overRandomOrders((order) => expect(toBasket(structuredClone(order))).toEqual(toBasket(order)))
  })

  it('gives every row its exact share, rounded up or down by less than one minor unit', () => {
    overRandomOrders((order) => {
      const price = new Map(toBasket(order).items.map((item) => [item.externalId, BigInt(item.price.minor)]))
      const shares = exactShares(order)
      for (const { externalId, numerator, denominator } of shares) {
        const off = (price.get(externalId) ?? 0n) * denominator - numerator
        if (off >= denominator || -off >= denominator)
          throw new Error(`${externalId} is off by a minor unit or more`)
      }
    })
  })
})

/**
 * The shares again, by another road than the code's: off each row its part of the order discounts, one after the other
 * as fractions, then each scaled so that all come to the total.
 */
function exactShares(order: OrderSnapshot) {
  const discounts = order.discounts.reduce((sum, { amount }) => sum + BigInt(amount), 0n)
  const lines = order.lines.map((row) => worth(order, row, row.unitPrice * row.quantity))
  const charges = [...order.shipping, ...order.fees].map((row) => worth(order, row, row.price))
  const onLines = whole(lines)
  const onCharges = whole(charges)
  const fromCharges = discounts > onLines ? discounts - onLines : 0n
  const left = [
    ...lines.map((row) => ({ ...row, ...lower(row.worth, discounts - fromCharges, onLines) })),
    ...charges.map((row) => ({ ...row, ...lower(row.worth, fromCharges, onCharges) })),
  ]
  const rest = onLines + onCharges - discounts
  return left.map((row) => ({
    externalId: row.externalId,
    numerator: row.numerator * BigInt(order.total),
    denominator: row.denominator * rest,
  }))
}

const worth = (order: OrderSnapshot, row: SnapshotLine | SnapshotCharge, price: number) => ({
  externalId: row.externalId,
  worth: BigInt(price - (row.discount ?? 0) + (order.pricesIncludeTax ? 0 : (row.tax ?? 0))),
})

const whole = (rows: readonly { worth: bigint }[]) => rows.reduce((sum, row) => sum + row.worth, 0n)

const lower = (amount: bigint, off: bigint, of: bigint) =>
  of === 0n ? { numerator: 0n, denominator: 1n } : { numerator: amount * of - amount * off, denominator: of }
