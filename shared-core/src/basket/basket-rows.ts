import { discountAbovePrice, repeatedId } from '../messages/basket'
import { type CheckedOrder, invalidOrder, type SnapshotSeller } from './order-snapshot'

/** Craftgate documents no limit; 255 is what a text column commonly holds. */
const LONGEST = 255

/**
 * A name that is safe to show: control and unpaired characters become one space, what only formats is dropped, long ones
 * end in "…" without cutting a sign in half, and an empty one gives way to `otherwise`.
 */
export function itemName(name: string, otherwise: string): string {
  const clean = name
    .replace(FORMATTING, '')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .replace(LOOSE_JOINER, '')
    .trim()
  if (clean === '') return otherwise
  return clean.length <= LONGEST ? clean : `${beginningOf(clean, LONGEST - 1)}…`
}

/** Soft hyphens, marks of direction and the like show nothing; joiners hold together what is one sign (👩‍💻). */
const FORMATTING = /(?!\u200C|\u200D|[\u{E0020}-\u{E007F}])\p{Cf}/gu
const LOOSE_JOINER = /(?<!\S)(?:\u200C|\u200D)+|(?:\u200C|\u200D)+(?!\S)/gu
const SIGNS = new Intl.Segmenter('tr', { granularity: 'grapheme' })

/** As many whole signs as fit. */
function beginningOf(text: string, longest: number): string {
  let beginning = ''
  for (const { segment } of SIGNS.segment(text)) {
    if (beginning.length + segment.length > longest) break
    beginning += segment
  }
  return beginning
}

/**
 * What every row is worth once the order discounts are off, as whole-number weights that keep the exact proportions.
 *
 * Order discounts lower the lines, each in proportion to its worth. Shipping and fees bear only what the lines cannot:
 * the lines then weigh nothing and the total falls on the charges alone. (A discount of shipping is that charge's own
 * `discount`.) Credits lower everything in proportion, so they change no weight.
 */
export function weightsAfterDiscounts(rows: readonly Row[], discounts: bigint): bigint[] {
  const lines = rows.filter(isLine).reduce((sum, row) => sum + row.worth, 0n)
  const left = discounts < lines ? lines - discounts : 0n
  // A line is worth × left ÷ lines, a charge its worth; both times `lines`, to stay whole.
  return rows.map((row) => row.worth * (isLine(row) ? left : lines || 1n))
}

const isLine = (row: Row) => row.kind === 'line'

/** A line, a shipping charge or a fee, and what it costs by itself, before what lowers the whole order. */
export interface Row {
  /** Where it stands in the snapshot, e.g. `lines[0]`; for messages. */
  readonly path: string
  readonly kind: 'line' | 'charge'
  readonly externalId: string
  readonly name: string
  /** Minor units; bigint, because price times quantity may pass what a number holds exactly. */
  readonly worth: bigint
  readonly seller?: SnapshotSeller
}

/**
 * A row is worth its price times quantity, less its own discount, plus its tax when the order's prices exclude tax.
 * @throws CraftgateError `negative-item`, `duplicate-item`
 */
export function toRows(order: CheckedOrder): Row[] {
  const once = (charge: CheckedOrder['shipping'][number]) => ({
    ...charge,
    unitPrice: charge.price,
    quantity: 1,
  })
  const rows = [
    ...order.lines.map((line, index) => toRow(order, line, { path: `lines[${index}]`, kind: 'line' })),
    ...order.shipping.map((row, index) =>
      toRow(order, once(row), { path: `shipping[${index}]`, kind: 'charge' }),
    ),
    ...order.fees.map((row, index) => toRow(order, once(row), { path: `fees[${index}]`, kind: 'charge' })),
  ]
  refuseDuplicates(rows)
  return rows
}

function toRow(
  order: CheckedOrder,
  line: CheckedOrder['lines'][number],
  place: Pick<Row, 'path' | 'kind'>,
): Row {
  const price = BigInt(line.unitPrice) * BigInt(line.quantity)
  const worth = price - BigInt(line.discount) + BigInt(order.pricesIncludeTax ? 0 : line.tax)
  if (worth < 0n) throw invalidOrder('negative-item', discountAbovePrice(place.path, line.discount, price))
  return { ...place, externalId: line.externalId, name: line.name, worth, seller: line.seller }
}

function refuseDuplicates(rows: readonly Row[]): void {
  const seen = new Map<string, string>()
  for (const { externalId, path } of rows) {
    const first = seen.get(externalId)
    if (first !== undefined) throw invalidOrder('duplicate-item', repeatedId(path, first, externalId))
    seen.set(externalId, path)
  }
}
