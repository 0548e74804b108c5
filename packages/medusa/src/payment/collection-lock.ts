import type { CheckoutRecord } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import type { Craftgate } from '../craftgate'
import { Sessions } from '../order'

/** How long a notification waits for another one about the same payment collection. */
const PATIENCE_MS = 60_000

/**
 * One notification at a time for what is paid once: all sessions of a payment collection, of which one is taken. By leases
 * of our own: Medusa's locks of Postgres hold a connection of its pool for each that waits, and the one that works needs
 * connections of that pool.
 */
export class CollectionLock {
  private readonly sessions: Sessions

  constructor(
    private readonly craftgate: Craftgate,
    container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
  }

  async during<T>({ order: sessionId }: Pick<CheckoutRecord, 'order'>, work: () => Promise<T>): Promise<T> {
    const collection = (await this.sessions.read(sessionId))?.payment_collection
    return this.craftgate.leases.during(`collection ${collection?.id ?? sessionId}`, PATIENCE_MS, work)
  }
}
