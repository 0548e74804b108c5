import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'
import type { Craftgate } from '../craftgate'
import type { PaymentView } from '../order'
import { parsePaymentRef } from './payment-data'

interface PaidOrder {
  readonly metadata?: { readonly parent_order_id?: unknown } | null
  readonly payment_collections?: readonly { readonly payments?: readonly PaymentView[] }[]
}

const FIELDS = ['id', 'metadata', 'payment_collections.payments.*']

/** A delivery lets go the shares of the sellers whose goods all arrived. */
export class ShareApprovals {
  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {}

  /** Throws when it is not approved yet and may be later: Medusa tells the event again. */
  async delivered(fulfillmentId: string): Promise<void> {
    const { checkouts, commerce } = this.craftgate
    for (const payment of await this.paymentsOf(await this.orderIdOf(fulfillmentId))) {
      const ref = parsePaymentRef(payment)
      const record = ref && (await checkouts.find(ref))
      if (record) await commerce.approveDelivered(record)
    }
  }

  private async orderIdOf(fulfillmentId: string): Promise<string | undefined> {
    const [link] = await this.query('order_fulfillment', ['order_id'], { fulfillment_id: fulfillmentId })
    return (link as { readonly order_id: string } | undefined)?.order_id
  }

  /** Those of a seller's part of an order are on the order that was split. */
  private async paymentsOf(orderId: string | undefined): Promise<readonly PaymentView[]> {
    const order = orderId === undefined ? undefined : await this.order(orderId)
    const own = paymentsIn(order)
    const parent = order?.metadata?.parent_order_id
    return own.length > 0 || typeof parent !== 'string' ? own : paymentsIn(await this.order(parent))
  }

  private async order(id: string): Promise<PaidOrder | undefined> {
    return (await this.query('order', FIELDS, { id }))[0] as PaidOrder | undefined
  }

  private async query(entity: string, fields: string[], filters: object): Promise<readonly unknown[]> {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    return (await query.graph({ entity, fields, filters })).data
  }
}

const paymentsIn = (order: PaidOrder | undefined): readonly PaymentView[] =>
  (order?.payment_collections ?? [])
    .flatMap(({ payments = [] }) => payments)
    .filter(({ canceled_at }) => !canceled_at)
