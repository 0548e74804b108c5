import type { CheckoutRecord } from '@craftgate-commerce/core'
import type { PanelOrder } from '@craftgate-commerce/panel'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'

interface NumberedOrder {
  readonly id: string
  readonly display_id?: number | null
  readonly custom_display_id?: string | null
}

interface Collection {
  readonly payment_sessions?: readonly { readonly id: string }[]
  readonly payments?: readonly { readonly payment_session_id?: string | null }[]
}

interface Linked {
  readonly id: string
  readonly payment_session_id?: string | null
  readonly payment_collection?: { readonly order?: NumberedOrder | null } | null
}

const LINKED = ['id', 'display_id', 'custom_display_id'].map((field) => `payment_collection.order.${field}`)

const SESSIONS = [
  'payment_collections.payment_sessions.id',
  'payment_collections.payments.payment_session_id',
]

const MOST_CUSTOMERS = 10
const MOST_ORDERS = 100

/** Orders of Medusa by the payment sessions that paid them, and the other way round. */
export class PanelOrders {
  constructor(
    private readonly container: MedusaContainer,
    /** Where Medusa serves its admin: https://shop.example.com/app */
    private readonly adminUrl: string,
  ) {}

  /** By the id of the attempt. A session that Medusa deleted although it was paid lives on in its payment. */
  async of(records: readonly CheckoutRecord[]): Promise<ReadonlyMap<string, PanelOrder>> {
    const ids = [...new Set(records.map(({ order }) => order))]
    if (ids.length === 0) return new Map()
    const [sessions, payments] = await Promise.all([
      this.graph('payment_session', ['id', ...LINKED], { id: ids }),
      this.graph('payment', ['id', 'payment_session_id', ...LINKED], { payment_session_id: ids }),
    ])
    const bySession = new Map(
      [...sessions, ...payments].map((row) => [
        row.payment_session_id ?? row.id,
        row.payment_collection?.order ?? undefined,
      ]),
    )
    return new Map(
      records.flatMap(({ id, order }) => {
        const found = bySession.get(order)
        return found ? [[id, this.viewOf(found)]] : []
      }),
    )
  }

  /** The payment sessions of the order with this number; none when there is no such order. */
  async sessionsOf(search: string): Promise<readonly string[]> {
    const [, digits] = /^#?([1-9]\d{0,8})$/.exec(search) ?? []
    return digits === undefined ? [] : this.sessions({ display_id: Number(digits) })
  }

  /** Guest and account of one address are two customers of Medusa's. */
  async customerOf(email: string): Promise<string | undefined> {
    const { data } = await this.query.graph({
      entity: 'customer',
      fields: ['id'],
      filters: { email: email.toLowerCase() },
      pagination: { take: MOST_CUSTOMERS },
    })
    return data.map(({ id }) => id).join() || undefined
  }

  /** The payment sessions of this customer's newest orders. */
  sessionsOfCustomer(customer: string): Promise<readonly string[]> {
    return this.sessions({ customer_id: customer.split(',') })
  }

  private async sessions(filters: object): Promise<readonly string[]> {
    const { data } = await this.query.graph({
      entity: 'order',
      fields: ['id', ...SESSIONS],
      filters,
      pagination: { take: MOST_ORDERS, order: { created_at: 'DESC' } },
    })
    const collections = (data as { payment_collections?: Collection[] }[]).flatMap(
      ({ payment_collections: all = [] }) => all,
    )
    const sessions = collections.flatMap((collection) =>
      (collection.payment_sessions ?? []).map(({ id }) => id),
    )
    const paid = collections.flatMap(({ payments = [] }) =>
      payments.flatMap(({ payment_session_id: id }) => (id ? [id] : [])),
    )
    return [...new Set([...sessions, ...paid])]
  }

  private viewOf({ id, display_id, custom_display_id }: NumberedOrder): PanelOrder {
    return { number: custom_display_id ?? `#${display_id ?? id}`, url: `${this.adminUrl}/orders/${id}` }
  }

  private async graph(entity: 'payment_session' | 'payment', fields: string[], filters: object) {
    return (await this.query.graph({ entity, fields, filters })).data as unknown as Linked[]
  }

  private get query() {
    return this.container.resolve(ContainerRegistrationKeys.QUERY)
  }
}
