import type { Money, RefundRequest } from '@craftgate-commerce/core'
import type { RefundOrderInput } from '@vendure/common/lib/generated-types'
import type { OrderLine, ShippingLine } from '@vendure/core'
import { externalIdOf, type MoneyScale, wholeFromVendure } from '../order'

interface RefundToSplit {
  readonly input: Pick<RefundOrderInput, 'lines' | 'shipping'>
  readonly lines: readonly OrderLine[]
  readonly shippingLines: readonly ShippingLine[]
  /** What goes back in all; the items never come to more. */
  readonly amount: Money
  readonly scale: MoneyScale
}

/**
 * Which basket items the money is taken from first: the lines that the merchant chose, at what one piece was paid,
 * then shipping. Whatever is left of the amount (an adjustment) core takes in basket order.
 */
export function refundItems(refund: RefundToSplit): RefundRequest['items'] {
  let left = refund.amount.minor
  const items: { externalId: string; amount: Money }[] = []
  for (const { externalId, worth } of wanted(refund)) {
    const minor = Math.min(left, wholeFromVendure(worth, refund.amount.currency, refund.scale))
    if (minor > 0) items.push({ externalId, amount: { minor, currency: refund.amount.currency } })
    left -= Math.max(minor, 0)
  }
  return items.length === 0 ? undefined : items
}

function wanted({ input, lines, shippingLines }: RefundToSplit): { externalId: string; worth: number }[] {
  const chosen = (input.lines ?? []).flatMap(({ orderLineId, quantity }) => {
    const line = lines.find(({ id }) => String(id) === String(orderLineId))
    return line ? [{ externalId: externalIdOf.line(line.id), worth: worthOf(line, quantity) }] : []
  })
  return [...chosen, ...shippingOf(shippingLines, input.shipping ?? 0)]
}

function worthOf(line: OrderLine, quantity: number): number {
  const pieces = line.proratedUnitPriceWithTax * quantity
  const whole = line.quantity > 0 && quantity >= line.quantity
  return whole ? Math.max(pieces, line.proratedLinePriceWithTax) : pieces
}

function shippingOf(lines: readonly ShippingLine[], amount: number): { externalId: string; worth: number }[] {
  let left = amount
  return lines.map((line) => {
    const worth = Math.min(left, line.discountedPriceWithTax)
    left -= worth
    return { externalId: externalIdOf.shipping(line.id), worth }
  })
}
