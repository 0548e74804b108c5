import type { CheckoutRecord, Deliveries, Delivery } from '@craftgate-commerce/core'
import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, MathBN } from '@medusajs/framework/utils'
import type { PluginOptions } from '../options'
import { Sessions } from './sessions'
import { lineIdOf } from './snapshot'

const FIELDS = [
  'id',
  // Medusa tells the quantities of a line only beside all of it.
  ...['items.*', 'items.detail.*'],
  ...['fulfillments.id', 'fulfillments.delivered_at', 'fulfillments.shipped_at', 'fulfillments.canceled_at'],
  'fulfillments.items.line_item_id',
  'payment_collections.id',
]

const NOTHING: Deliveries = { sold: [], deliveries: [] }

interface Goods {
  readonly title?: string | null
  readonly variant_id?: string | null
}

interface OrderItem extends Goods {
  readonly id: string
  readonly detail?: {
    readonly delivered_quantity?: BigNumberInput
    readonly shipped_quantity?: BigNumberInput
  }
}

interface DeliveredOrder {
  readonly id: string
  readonly items?: readonly OrderItem[]
  readonly fulfillments?: readonly {
    readonly id: string
    readonly delivered_at?: unknown
    readonly shipped_at?: unknown
    readonly canceled_at?: unknown
    readonly items?: readonly { readonly line_item_id?: string | null }[]
  }[]
  readonly payment_collections?: readonly unknown[]
}

type Options = Pick<PluginOptions, 'approveOn' | 'completeCartWorkflow' | 'sellerOf'>

/**
 * What was delivered of a cart that was paid. A line of the cart is another row than the line of its order, so they find each
 * other by what was sold.
 */
export class OrderDeliveries {
  private readonly sessions: Sessions

  constructor(
    private readonly options: Options,
    private readonly container: MedusaContainer,
  ) {
    this.sessions = new Sessions(container)
  }

  async of({ order: sessionId }: CheckoutRecord): Promise<Deliveries> {
    const { approveOn, sellerOf } = this.options
    if (approveOn === false || sellerOf === undefined) return NOTHING
    const { cart: link, order } = (await this.sessions.read(sessionId))?.payment_collection ?? {}
    const cart = link && order ? await this.sessions.cart(link.id) : undefined
    if (!cart || !order) return NOTHING
    return {
      sold: (cart.items ?? []).map((item) => ({
        externalId: lineIdOf(item),
        goods: goodsOf(item),
        quantity: MathBN.convert(item.quantity).toNumber(),
      })),
      deliveries: deliveriesOf(await this.ordersOf(order.id), approveOn),
    }
  }

  /**
   * The order and the parts that the shop's own workflow split it into: they name it in their metadata and are paid by nothing.
   * An order that was paid is no part, whatever its shopper wrote into the metadata of the cart.
   */
  private async ordersOf(id: string): Promise<readonly DeliveredOrder[]> {
    const whole = await this.query({ id })
    if (this.options.completeCartWorkflow === undefined) return whole
    const parts = await this.query({ metadata: { parent_order_id: id } })
    return [...whole, ...parts.filter(({ payment_collections = [] }) => payment_collections.length === 0)]
  }

  private async query(filters: object): Promise<readonly DeliveredOrder[]> {
    const { data } = await this.container
      .resolve(ContainerRegistrationKeys.QUERY)
      .graph({ entity: 'order', fields: FIELDS, filters })
    return data as readonly DeliveredOrder[]
  }
}

const goodsOf = ({ variant_id, title }: Goods): string => variant_id ?? `title:${title ?? ''}`

/**
 * How many pieces arrived is read from the lines, since a fulfillment counts what it takes from the stock. They count with the
 * last fulfillment that has them.
 */
function deliveriesOf(orders: readonly DeliveredOrder[], by: 'delivery' | 'shipment'): readonly Delivery[] {
  const pieces = new Map<string, number>()
  const goods = new Map<string, string>()
  for (const item of orders.flatMap(({ items = [] }) => items)) {
    const { delivered_quantity = 0, shipped_quantity = 0 } = item.detail ?? {}
    const quantity = MathBN.convert(by === 'delivery' ? delivered_quantity : shipped_quantity).toNumber()
    pieces.set(goodsOf(item), (pieces.get(goodsOf(item)) ?? 0) + quantity)
    goods.set(item.id, goodsOf(item))
  }
  const done = orders
    .flatMap(({ fulfillments = [] }) => fulfillments)
    .filter((each) => !each.canceled_at && (by === 'delivery' ? each.delivered_at : each.shipped_at))
    .toSorted((one, other) => (one.id < other.id ? 1 : -1))
  return done.flatMap(({ id, items = [] }) => {
    const last = new Map<string, number>()
    for (const { line_item_id } of items) {
      const name = goods.get(line_item_id ?? '')
      const quantity = name === undefined ? undefined : pieces.get(name)
      if (name === undefined || quantity === undefined) continue
      last.set(name, quantity)
      pieces.delete(name)
    }
    return last.size > 0 ? [{ id, pieces: last }] : []
  })
}
