import type { CheckoutRecord } from '@craftgate-commerce/core'
import { offlineMethodOf } from '@craftgate-commerce/core/adapter'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import type { Craftgate } from '../craftgate'

interface Collection {
  readonly payment_sessions?: readonly ({ readonly id: string } | null)[]
}

/** Orders that were placed unpaid, to be paid by bank transfer or on delivery. */
export class UnpaidOrders {
  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {}

  /** Of the attempt that waits for the money of this order; undefined where none does. */
  async referenceOf(orderId: string): Promise<string | undefined> {
    return (await this.attemptOf(orderId))?.reference
  }

  /** The order was cancelled: nothing is recorded any more. Medusa tells the provider nothing of it. */
  async end(orderId: string): Promise<void> {
    const waiting = await this.attemptOf(orderId)
    if (waiting?.state === 'created') await this.craftgate.commerce.expire(waiting)
  }

  private async attemptOf(orderId: string): Promise<CheckoutRecord | undefined> {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const fields = ['id', 'payment_collections.payment_sessions.id']
    const { data } = await query.graph({ entity: 'order', fields, filters: { id: orderId } })
    const collections = (data[0]?.payment_collections ?? []) as unknown as Collection[]
    const ids = collections.flatMap(({ payment_sessions = [] }) =>
      payment_sessions.flatMap((each) => each?.id ?? []),
    )
    const attempts = await this.craftgate.checkouts.ofSessions(ids)
    return attempts.find((record) => offlineMethodOf(record) !== undefined)
  }
}
