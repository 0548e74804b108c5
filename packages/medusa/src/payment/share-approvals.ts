import { approvalKeyOf, deliveredLines } from '@craftgate-commerce/core/adapter'
import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MathBN } from '@medusajs/framework/utils'
import type { Craftgate } from '../craftgate'
import { lineIdOf, type PaymentView, Sessions } from '../order'
import { parsePaymentRef } from './payment-data'

const FIELDS = [
  'id',
  'metadata',
  ...['items.id', 'items.title', 'items.variant_id', 'items.detail.*'],
  'payment_collections.payments.*',
]

interface Goods {
  readonly title?: string | null
  readonly variant_id?: string | null
}

interface OrderGoods {
  readonly id: string
  readonly metadata?: { readonly parent_order_id?: unknown } | null
  readonly items?: readonly (Goods & {
    readonly detail?: {
      readonly delivered_quantity?: BigNumberInput
      readonly shipped_quantity?: BigNumberInput
    }
  })[]
  readonly payment_collections?: readonly { readonly payments?: readonly PaymentView[] }[]
}

/**
 * A line of the cart is another row than the line of its order, so they find each other by what was sold. A line that was
 * delivered in part waits for its last piece.
 */
export class ShareApprovals {
  private readonly sessions: Sessions

  constructor(
    private readonly craftgate: Craftgate,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
  }

  /** Throws when it is not approved yet and may be later: Medusa tells the event again. */
  async delivered(fulfillmentId: string, by: 'delivery' | 'shipment'): Promise<void> {
    const order = await this.orderOf(fulfillmentId)
    if (!order) return
    const delivered = quantitiesOf(order, by)
    for (const payment of await this.paymentsOf(order)) await this.approve(payment, fulfillmentId, delivered)
  }

  private async approve(
    payment: PaymentView,
    fulfillmentId: string,
    delivered: ReadonlyMap<string, number>,
  ): Promise<void> {
    const ref = parsePaymentRef(payment)
    const record = ref && (await this.craftgate.checkouts.find(ref))
    const session = record && (await this.sessions.read(record.order))
    const cartId = session?.payment_collection?.cart?.id
    const cart = cartId === undefined ? undefined : await this.sessions.cart(cartId)
    if (!ref || !cart) return
    const sold = (cart.items ?? []).map((item) => ({
      externalId: lineIdOf(item),
      goods: goodsOf(item),
      quantity: MathBN.convert(item.quantity).toNumber(),
    }))
    const lines = deliveredLines(sold, delivered)
    if (lines.length === 0) return
    const key = approvalKeyOf(ref.paymentId, fulfillmentId)
    const result = await this.craftgate.commerce.approve({ ...ref, key, lines })
    if (result.state !== 'failed' || result.error.code === 'no-seller') return
    const { code } = result.error
    if (result.passing)
      throw new Error(`The shares of payment ${ref.paymentId} are not approved yet (${code})`)
    this.craftgate.logger.warn('Shares of sellers are not approved', { paymentId: ref.paymentId, code })
  }

  private async orderOf(fulfillmentId: string): Promise<OrderGoods | undefined> {
    const found = await this.query('fulfillment', ['id', 'order.id'], fulfillmentId)
    const id = (found as { readonly order?: { readonly id: string } } | undefined)?.order?.id
    return id === undefined ? undefined : this.order(id)
  }

  /** Those of a seller's part of an order are on the order that was split. */
  private async paymentsOf(order: OrderGoods): Promise<readonly PaymentView[]> {
    const own = paymentsIn(order)
    const parent = order.metadata?.parent_order_id
    if (own.length > 0 || typeof parent !== 'string') return own
    const whole = await this.order(parent)
    return whole ? paymentsIn(whole) : []
  }

  private order = async (id: string) => (await this.query('order', FIELDS, id)) as OrderGoods | undefined

  private async query(entity: string, fields: string[], id: string): Promise<unknown> {
    const { data } = await this.container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity, fields, filters: { id } })
    return data[0]
  }
}

const paymentsIn = ({ payment_collections = [] }: OrderGoods): readonly PaymentView[] =>
  payment_collections.flatMap(({ payments = [] }) => payments).filter(({ canceled_at }) => !canceled_at)

const goodsOf = ({ variant_id, title }: Goods): string => variant_id ?? `title:${title ?? ''}`

function quantitiesOf({ items = [] }: OrderGoods, by: 'delivery' | 'shipment'): ReadonlyMap<string, number> {
  const quantities = new Map<string, number>()
  for (const item of items) {
    const { delivered_quantity = 0, shipped_quantity = 0 } = item.detail ?? {}
    const quantity = MathBN.convert(by === 'delivery' ? delivered_quantity : shipped_quantity).toNumber()
    quantities.set(goodsOf(item), (quantities.get(goodsOf(item)) ?? 0) + quantity)
  }
  return quantities
}
