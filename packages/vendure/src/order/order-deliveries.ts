import type { Deliveries } from '@craftgate-commerce/core'
import { Inject, Injectable } from '@nestjs/common'
import { Fulfillment, type ID, Order, type OrderLine, TransactionalConnection } from '@vendure/core'
import { In } from 'typeorm'
import type { VendureOptions } from '../plugin-options'
import { CRAFTGATE_OPTIONS } from '../tokens'
import { externalIdOf } from './order-to-snapshot'

const NOTHING: Deliveries = { sold: [], deliveries: [] }

/**
 * What was delivered of an order that the shopper placed. Lines of a part that went to a seller are copies, so they find those
 * of the placed order by seller and variant.
 */
@Injectable()
export class OrderDeliveries {
  constructor(
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly connection: TransactionalConnection,
  ) {}

  async of(orderId: ID): Promise<Deliveries> {
    const { approveOn, sellerOf } = this.options
    if (sellerOf === undefined || approveOn === false) return NOTHING
    const orders = await this.connection.rawConnection.getRepository(Order).find({
      where: [{ id: orderId }, { aggregateOrderId: orderId }],
      relations: ['lines', 'lines.productVariant'],
      order: { lines: { id: 'ASC' } },
    })
    const placed = orders.find(({ aggregateOrderId }) => aggregateOrderId == null)
    const parts = orders.filter((order) => order !== placed)
    const fulfillments = await this.connection.rawConnection.getRepository(Fulfillment).find({
      where: { orders: { id: In(orders.map(({ id }) => id)) }, state: approveOn as Fulfillment['state'] },
      relations: ['lines', 'lines.orderLine', 'lines.orderLine.productVariant'],
      order: { id: 'ASC' },
    })
    return {
      sold: soldOf(placed, parts),
      deliveries: fulfillments.map(({ id, lines }) => ({
        id: String(id),
        pieces: piecesOf(lines.map(({ orderLine, quantity }) => ({ line: orderLine, quantity }))),
      })),
    }
  }
}

/** What is cancelled of a seller's part is not taken from the line that was paid, so the parts tell how many are sold. */
function soldOf(placed: Order | undefined, parts: readonly Order[]): Deliveries['sold'] {
  const lines = placed?.lines ?? []
  const owed = parts.length > 0 ? parts.flatMap((part) => part.lines) : lines
  const left = piecesOf(owed.map((line) => ({ line, quantity: line.quantity })))
  return lines.map((line) => {
    const goods = goodsOf(line)
    const quantity = left.get(goods) ?? 0
    left.delete(goods)
    return { externalId: externalIdOf.line(line.id), goods, quantity }
  })
}

function piecesOf(
  rows: readonly { readonly line: OrderLine; readonly quantity: number }[],
): Map<string, number> {
  const pieces = new Map<string, number>()
  for (const { line, quantity } of rows)
    pieces.set(goodsOf(line), (pieces.get(goodsOf(line)) ?? 0) + quantity)
  return pieces
}

/** Lines of a seller's part are copies with ids of their own: the seller and the variant are what both have. */
const goodsOf = ({ sellerChannelId, productVariant }: OrderLine): string =>
  `${sellerChannelId ?? ''}:${productVariant.id}`

/** The ids at Craftgate of the lines of the order that was split which a seller's part is made of. */
export function itemsOfPart(part: Order, split: Order): ReadonlySet<string> {
  const goods = new Set(part.lines.map(goodsOf))
  return new Set(
    split.lines.filter((line) => goods.has(goodsOf(line))).map(({ id }) => externalIdOf.line(id)),
  )
}
