import { invalidOrder } from './invalid-order'
import type { CheckedOrder } from './parse-snapshot'

/** A line, a shipping charge or a fee, and what it costs by itself, before what lowers the whole order. */
export interface Row {
  /** Where it stands in the snapshot, e.g. `lines[0]`; for messages. */
  readonly path: string
  readonly kind: 'line' | 'charge'
  readonly externalId: string
  readonly name: string
  /** Minor units; bigint, because price times quantity may pass what a number holds exactly. */
  readonly worth: bigint
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
  if (worth < 0n) throw negative(place.path, price, line.discount)
  return { ...place, externalId: line.externalId, name: line.name, worth }
}

function refuseDuplicates(rows: readonly Row[]): void {
  const seen = new Map<string, string>()
  for (const { externalId, path } of rows) {
    const first = seen.get(externalId)
    if (first !== undefined) throw duplicate(path, first, externalId)
    seen.set(externalId, path)
  }
}

const negative = (path: string, price: bigint, discount: number) =>
  invalidOrder('negative-item', {
    tr: `${path}.discount (${discount}) satırın tutarından (${price}) büyük`,
    en: `${path}.discount (${discount}) is more than the row costs (${price})`,
  })

const duplicate = (path: string, first: string, externalId: string) =>
  invalidOrder('duplicate-item', {
    tr: `${path}.externalId, ${first} ile aynı ("${externalId}"); iade edilecek satır bulunamaz`,
    en: `${path}.externalId repeats that of ${first} ("${externalId}"); a refund could not tell them apart`,
  })
