import { Injectable } from '@nestjs/common'
import {
  Allocation,
  type ID,
  type Order,
  Release,
  type RequestContext,
  StockMovementService,
  TransactionalConnection,
} from '@vendure/core'
import { In } from 'typeorm'

/** What placing an order allocated of the stock, for an order that was placed and is a cart, or cancelled, again. */
@Injectable()
export class AllocatedStock {
  constructor(
    private readonly connection: TransactionalConnection,
    private readonly movements: StockMovementService,
  ) {}

  /** True when the lines are those that stock was allocated for; or none was, by a shop's own strategy. */
  async fits(tx: RequestContext, order: Order): Promise<boolean> {
    const allocated = await this.of(tx, order)
    return (
      allocated.size === 0 ||
      order.lines.every(({ id, quantity }) => (allocated.get(String(id)) ?? 0) === quantity)
    )
  }

  /** Releases what is allocated beyond what the order, if it is placed, is still owed. */
  async release(tx: RequestContext, order: Order): Promise<void> {
    const allocated = await this.of(tx, order)
    const isOwed = order.orderPlacedAt !== null && order.orderPlacedAt !== undefined
    const surplus = order.lines.flatMap(({ id: orderLineId, quantity }) => {
      const excess = (allocated.get(String(orderLineId)) ?? 0) - (isOwed ? quantity : 0)
      return excess > 0 ? [{ orderLineId, quantity: excess }] : []
    })
    if (surplus.length > 0) await this.movements.createReleasesForOrderLines(tx, surplus)
  }

  private async of(tx: RequestContext, { lines }: Order): Promise<ReadonlyMap<string, number>> {
    const ids = lines.map(({ id }) => id)
    const sums = new Map<string, number>()
    for (const { line, quantity } of await this.moved(tx, ids))
      sums.set(String(line), (sums.get(String(line)) ?? 0) + quantity)
    return sums
  }

  private async moved(tx: RequestContext, ids: readonly ID[]): Promise<{ line: ID; quantity: number }[]> {
    const ofLines = { where: { orderLine: { id: In([...ids]) } }, relations: { orderLine: true } }
    const allocations = await this.connection.getRepository(tx, Allocation).find(ofLines)
    const releases = await this.connection.getRepository(tx, Release).find(ofLines)
    return [
      ...allocations.map(({ orderLine, quantity }) => ({ line: orderLine.id, quantity })),
      ...releases.map(({ orderLine, quantity }) => ({ line: orderLine.id, quantity: -quantity })),
    ]
  }
}
