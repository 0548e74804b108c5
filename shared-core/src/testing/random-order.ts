// Random orders that a shop could really have, for the property tests: what the rows, discounts and credits come to is
// the total, give or take the shop's rounding.
import fc from 'fast-check'
import type { OrderSnapshot, SnapshotLine, SnapshotReduction } from '../basket/order-snapshot'
import { CURRENCIES } from '../money'

const part = fc.double({ min: 0, max: 1, noNaN: true })
const sometimesPart = fc.oneof(fc.constant(0), part)

const line = fc.record({
  unitPrice: fc.oneof(
    { weight: 1, arbitrary: fc.constant(0) },
    { weight: 6, arbitrary: fc.integer({ min: 1, max: 500_000 }) },
  ),
  quantity: fc.integer({ min: 1, max: 9 }),
  off: sometimesPart,
  taxRate: fc.constantFrom(0, 0.01, 0.1, 0.2),
})
type DrawnLine = typeof line extends fc.Arbitrary<infer Drawn> ? Drawn : never

const drawing = fc.record({
  currency: fc.constantFrom(...CURRENCIES),
  pricesIncludeTax: fc.boolean(),
  lines: fc.array(line, { maxLength: 8 }),
  shipping: fc.array(line, { maxLength: 2 }),
  fees: fc.array(line, { maxLength: 2 }),
  discounts: fc.array(part, { maxLength: 3 }),
  credits: fc.array(part, { maxLength: 2 }),
  rounding: fc.oneof(fc.constant(0), fc.double({ min: -1, max: 1, noNaN: true })),
})
type Drawing = typeof drawing extends fc.Arbitrary<infer Drawn> ? Drawn : never

/** Orders with something left to pay. */
export const randomOrder: fc.Arbitrary<OrderSnapshot> = drawing
  .map(toOrder)
  .filter((order) => order.total > 0)

/** The same with sellers of some rows, each with a part of what his row costs. */
export const randomSplitOrder: fc.Arbitrary<OrderSnapshot> = fc
  .tuple(
    randomOrder,
    fc.array(fc.record({ memberId: fc.integer({ min: 1, max: 4 }), part }), { minLength: 1 }),
  )
  .map(([order, sellers]) => withSellers(order, sellers))

type DrawnSeller = { readonly memberId: number; readonly part: number }

function withSellers(order: OrderSnapshot, drawn: readonly DrawnSeller[]): OrderSnapshot {
  const sellerOf = (row: SnapshotLine, index: number) => {
    const { memberId, part: its } = drawn[index % drawn.length] as DrawnSeller
    const worth = worthOf([row], order.pricesIncludeTax)
    return memberId === 4 ? undefined : { memberId, share: Math.min(worth, Math.round(worth * its)) }
  }
  const lines = order.lines.map((row, index) => ({ ...row, seller: sellerOf(row, index) }))
  const shipping = order.shipping.map((row, index) => ({
    ...row,
    seller: sellerOf({ ...row, unitPrice: row.price, quantity: 1 }, index),
  }))
  return { ...order, currency: 'TRY', lines, shipping }
}

/** What the lines, or any charges seen as lines, are worth together. */
const worthOf = (lines: readonly SnapshotLine[], pricesIncludeTax: boolean): number =>
  lines.reduce(
    (sum, row) =>
      sum + row.unitPrice * row.quantity - (row.discount ?? 0) + (pricesIncludeTax ? 0 : (row.tax ?? 0)),
    0,
  )

function toOrder(drawn: Drawing): OrderSnapshot {
  const lines = drawn.lines.map(toLine('line'))
  const shipping = drawn.shipping.map(toLine('shipping')).map(once)
  const fees = drawn.fees.map(toLine('fee')).map(once)
  const rows = [...lines, ...[...shipping, ...fees].map(asLine)]
  const worth = worthOf(rows, drawn.pricesIncludeTax)
  const discounts = reductions(worth, drawn.discounts)
  const afterDiscounts = worth - amountOf(discounts)
  const credits = reductions(afterDiscounts, drawn.credits)
  const rest = afterDiscounts - amountOf(credits)
  const total = rest === 0 ? 0 : Math.max(0, rest + Math.trunc(drawn.rounding * (rows.length + 1)))
  const { currency, pricesIncludeTax } = drawn
  return {
    number: 'T-1',
    currency,
    total,
    pricesIncludeTax,
    lines,
    shipping,
    fees,
    discounts,
    credits,
    buyer: {},
    locale: 'tr',
  }
}

const toLine =
  (kind: string) =>
  (drawn: DrawnLine, index: number): SnapshotLine => {
    const price = drawn.unitPrice * drawn.quantity
    const discount = Math.floor(price * drawn.off)
    const tax = Math.round((price - discount) * drawn.taxRate)
    return {
      externalId: `${kind}-${index}`,
      name: `${kind} ${index}`,
      unitPrice: drawn.unitPrice,
      quantity: drawn.quantity,
      discount,
      tax,
    }
  }

const once = ({ unitPrice, quantity, ...row }: SnapshotLine) => ({ ...row, price: unitPrice * quantity })
const asLine = ({ price, ...row }: ReturnType<typeof once>): SnapshotLine => ({
  ...row,
  unitPrice: price,
  quantity: 1,
})

const amountOf = (all: readonly SnapshotReduction[]) => all.reduce((sum, { amount }) => sum + amount, 0)

/** Each takes its part of what the earlier ones left. */
function reductions(from: number, parts: readonly number[]): SnapshotReduction[] {
  let left = from
  return parts.map((share, index) => {
    const amount = Math.floor(left * share)
    left -= amount
    return { name: `reduction ${index}`, amount }
  })
}
