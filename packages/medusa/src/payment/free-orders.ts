import type { CheckoutRecord } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { asError } from '../as-error'
import type { Craftgate } from '../craftgate'
import { Sessions } from '../order'
import { CollectionLock } from './collection-lock'
import { isFinal, runCompletion } from './complete-cart'

/** Places carts that cost nothing: Medusa asks no payment provider about them, and nobody else would. */
export class FreeOrders {
  private readonly sessions: Sessions
  private readonly lock: CollectionLock

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
    this.lock = new CollectionLock(craftgate, container)
  }

  /** Throws when it may work later. A cart that can not be completed stays one; the shopper comes back to it. */
  place(record: CheckoutRecord): Promise<void> {
    return this.lock.during(record, async () => {
      const { cart, order } = (await this.sessions.read(record.order))?.payment_collection ?? {}
      if (!cart || order) return
      const failure = await runCompletion(this.craftgate, this.container, cart.id)
      if (failure === undefined) return
      if (!isFinal(failure)) throw asError(failure)
      const { message: reason } = asError(failure)
      this.craftgate.logger.warn('A cart that costs nothing was not placed', { cart: cart.id, reason })
    })
  }
}
