import type { CheckoutRecord } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { asError } from '../as-error'
import { Sessions } from '../order'

/** Seconds that a notification waits for another one about the same payment collection. */
const LOCK_TIMEOUT_SECONDS = 60

/** One notification at a time for what is paid once: all sessions of a payment collection, of which one is taken. */
export class CollectionLock {
  private readonly sessions: Sessions

  constructor(private readonly container: MedusaContainer) {
    this.sessions = new Sessions(container)
  }

  async during<T>({ order: sessionId }: Pick<CheckoutRecord, 'order'>, work: () => Promise<T>): Promise<T> {
    const collection = (await this.sessions.read(sessionId))?.payment_collection
    const locking = this.container.resolve(Modules.LOCKING)
    const key = `craftgate:${collection?.id ?? sessionId}`
    try {
      return await locking.execute(key, work, { timeout: LOCK_TIMEOUT_SECONDS })
    } catch (error) {
      throw asError(error)
    }
  }
}
