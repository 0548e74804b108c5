import type { CheckoutRecord } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { cancelOrderWorkflow } from '@medusajs/medusa/core-flows'
import type { Craftgate } from '../craftgate'
import { Sessions } from '../order'
import { CollectionLock } from './collection-lock'

/**
 * Cancels the order whose payment the merchant rejected in its fraud review; the order lost that payment before. Medusa keeps
 * no reason of a cancel.
 */
export class CancelOrder {
  private readonly sessions: Sessions
  private readonly lock: CollectionLock

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
    this.lock = new CollectionLock(craftgate, container)
  }

  /** Medusa cancels every payment of an order anew: of this one our provider knows that there is nothing left to ask. */
  async cancel(record: CheckoutRecord): Promise<void> {
    await this.lock.during(record, async () => {
      const session = await this.sessions.read(record.order)
      const order = session?.payment_collection?.order
      if (!order || order.status === 'canceled') return
      const cancel = () => cancelOrderWorkflow(this.container).run({ input: { order_id: order.id } })
      await (session.payment
        ? this.craftgate.knownOutcomes.during(session.payment.id, REJECTED, cancel)
        : cancel())
    })
  }
}

const REJECTED = { kind: 'declined', error: { code: 'fraud-rejected', group: 'FRAUD_BLOCK' } } as const
