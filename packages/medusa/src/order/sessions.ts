import { HISTORY_SIZE } from '@craftgate-commerce/core/adapter'
import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'

/** A payment of Medusa, as far as it is needed here. */
export interface PaymentView {
  readonly id: string
  readonly provider_id: string
  readonly amount: BigNumberInput
  readonly currency_code: string
  readonly data: Readonly<Record<string, unknown>> | null
  readonly captured_at: string | Date | null
  readonly canceled_at: string | Date | null
  readonly captures?: readonly { readonly id: string; readonly amount: BigNumberInput }[]
  readonly refunds?: readonly { readonly id: string; readonly amount: BigNumberInput }[]
}

export interface OrderLink {
  readonly id: string
  readonly status?: string
  readonly display_id?: number | null
  readonly email?: string | null
  readonly customer_id?: string | null
  readonly locale?: string | null
}

/** A payment session with the cart that it pays and the order that came of it. */
export interface SessionView {
  readonly id: string
  readonly amount: BigNumberInput
  readonly currency_code: string
  /** Absent of a session that lives on in its payment alone. */
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly payment?: PaymentView | null
  readonly payment_collection?: {
    readonly id: string
    readonly amount: BigNumberInput
    readonly payments?: readonly PaymentView[]
    readonly cart?: { readonly id: string } | null
    readonly order?: OrderLink | null
  } | null
}

const PAYMENT = [
  ...['id', 'provider_id', 'amount', 'currency_code', 'data', 'captured_at', 'canceled_at'],
  ...['captures.*', 'refunds.*'],
]
const ORDER = ['id', 'status', 'display_id', 'email', 'customer_id', 'locale']
const within = (path: string, fields: readonly string[]) => fields.map((field) => `${path}.${field}`)

const COLLECTION = [
  'payment_collection.id',
  'payment_collection.amount',
  ...within('payment_collection.payments', PAYMENT),
  'payment_collection.cart.id',
  ...within('payment_collection.order', ORDER),
]

const FIELDS = ['id', 'amount', 'currency_code', 'data', ...within('payment', PAYMENT), ...COLLECTION]

const ADDRESS = ['address_1', 'address_2', 'city', 'postal_code', 'country_code']

/** Amounts that only the cart module computes; they do not come through a link, so the cart is asked for by itself. */
const CART = [
  'id',
  'currency_code',
  'email',
  'locale',
  'customer_id',
  'completed_at',
  'total',
  'credit_line_total',
  'items.id',
  'items.title',
  'items.product_title',
  'items.variant_title',
  'items.quantity',
  'items.variant_id',
  'items.total',
  'shipping_methods.id',
  'shipping_methods.name',
  'shipping_methods.total',
  ...within('shipping_address', ['phone', ...ADDRESS]),
  'billing_address.phone',
  'billing_address.country_code',
]

export interface AddressView {
  readonly address_1?: string | null
  readonly address_2?: string | null
  readonly city?: string | null
  readonly postal_code?: string | null
  readonly country_code?: string | null
}

export interface CartView {
  readonly id: string
  readonly currency_code: string
  readonly email?: string | null
  readonly locale?: string | null
  readonly customer_id?: string | null
  readonly completed_at?: string | Date | null
  readonly total: BigNumberInput
  readonly credit_line_total?: BigNumberInput | null
  readonly items?: readonly {
    readonly id: string
    readonly title: string
    readonly product_title?: string | null
    readonly variant_title?: string | null
    readonly variant_id?: string | null
    readonly quantity: BigNumberInput
    readonly total: BigNumberInput
  }[]
  readonly shipping_methods?: readonly {
    readonly id: string
    readonly name: string
    readonly total: BigNumberInput
  }[]
  readonly shipping_address?: (AddressView & { readonly phone?: string | null }) | null
  readonly billing_address?: { readonly phone?: string | null; readonly country_code?: string | null } | null
}

/** Reads payment sessions and carts from Medusa's modules, never from the browser. */
export class Sessions {
  constructor(private readonly container: MedusaContainer) {}

  /**
   * Undefined when the session is gone: Medusa deletes it when the cart's total changes. One that is gone although it
   * was paid lives on in its payment, so that nobody takes the money of a placed order for an unexpected payment.
   */
  async read(id: string): Promise<SessionView | undefined> {
    const { data } = await this.query.graph({ entity: 'payment_session', fields: FIELDS, filters: { id } })
    return (data[0] as SessionView | undefined) ?? this.survivorOf(id)
  }

  /** The id of the collection that a session is of. */
  async collectionIdOf(session: string): Promise<string | undefined> {
    const fields = ['payment_collection_id']
    const { data } = await this.query.graph({ entity: 'payment_session', fields, filters: { id: session } })
    return (data[0] as { readonly payment_collection_id?: string } | undefined)?.payment_collection_id
  }

  /** Cart and order of a collection, whatever became of its sessions. */
  async collection(id: string): Promise<SessionView['payment_collection']> {
    const fields = ['id', 'amount', 'cart.id', ...within('order', ORDER)]
    const { data } = await this.query.graph({ entity: 'payment_collection', fields, filters: { id } })
    return data[0] as SessionView['payment_collection']
  }

  /** `more`: fields beside those of a CartView. */
  async cart(id: string, more: readonly string[] = []): Promise<CartView | undefined> {
    const { data } = await this.query.graph({ entity: 'cart', fields: [...CART, ...more], filters: { id } })
    return data[0] as CartView | undefined
  }

  /** Where the orders went that this customer placed before and that were not cancelled, the last ones. */
  async earlierAddresses(customerId: string): Promise<readonly (AddressView | undefined)[]> {
    const { data } = await this.query.graph({
      entity: 'order',
      fields: ['id', ...within('shipping_address', ADDRESS)],
      filters: { customer_id: customerId, canceled_at: null },
      pagination: { take: HISTORY_SIZE, order: { created_at: 'DESC' } },
    })
    return data.map(
      (order) => (order as { shipping_address?: AddressView | null }).shipping_address ?? undefined,
    )
  }

  private async survivorOf(sessionId: string): Promise<SessionView | undefined> {
    const filters = { payment_session_id: sessionId }
    const { data } = await this.query.graph({
      entity: 'payment',
      fields: [...PAYMENT, ...COLLECTION],
      filters,
    })
    const payment = data[0] as (PaymentView & Pick<SessionView, 'payment_collection'>) | undefined
    return payment && { ...payment, id: sessionId, data: undefined, payment }
  }

  private get query() {
    return this.container.resolve(ContainerRegistrationKeys.QUERY)
  }
}
