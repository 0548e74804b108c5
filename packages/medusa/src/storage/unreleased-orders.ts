import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

const TABLE = 'craftgate_unreleased_order'

export interface UnreleasedOrder {
  readonly orderId: string
  /** When it last failed. */
  readonly failedAt: Date
}

/**
 * Orders of which a refund or a cancel failed. Medusa cancels an order all the same, and has no index to find the
 * cancelled ones by; so the few that may still hold money are written down here.
 */
export class UnreleasedOrders {
  constructor(private readonly connections: Knex) {}

  async add(orderId: string): Promise<void> {
    await this.connections(TABLE)
      .insert({ order_id: orderId, failed_at: this.connections.fn.now() })
      .onConflict('order_id')
      .merge()
  }

  async remove({ orderId, failedAt }: UnreleasedOrder): Promise<void> {
    await this.connections(TABLE).where({ order_id: orderId, failed_at: failedAt }).delete()
  }

  /** Those that failed first come first. */
  async list(limit: number): Promise<UnreleasedOrder[]> {
    const rows: { order_id: string; failed_at: Date }[] = await this.connections(TABLE)
      .orderBy(['failed_at', 'order_id'])
      .limit(limit)
    return rows.map(({ order_id, failed_at }) => ({ orderId: order_id, failedAt: failed_at }))
  }
}
