import type { CheckoutRecord } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys } from '@medusajs/framework/utils'

interface Person {
  readonly first_name?: string | null
  readonly last_name?: string | null
}

interface OrderOfSession {
  readonly id: string
  readonly display_id?: number | null
  readonly custom_display_id?: string | null
  readonly email?: string | null
  readonly customer?: Person | null
  readonly billing_address?: Person | null
  readonly shipping_address?: Person | null
}

interface Session {
  readonly id: string
  readonly payment_collection?: { readonly order?: { readonly id: string } | null } | null
}

interface Sessions {
  readonly payment_collections?: readonly { readonly payment_sessions?: readonly ({ id: string } | null)[] }[]
}

const PEOPLE = ['customer', 'billing_address', 'shipping_address'] as const

/** An order as people know it. */
export interface NamedOrder {
  readonly number: string
  /** The customer, and who the invoice and the parcel go to. */
  readonly buyerNames: readonly string[]
  readonly buyerEmail?: string
}

/** Placed orders by their payment sessions, and the other way round. */
export class OrdersByNumber {
  constructor(private readonly container: MedusaContainer) {}

  /** By the id of the payment session; without those that are not placed. */
  async of(records: readonly CheckoutRecord[]): Promise<ReadonlyMap<string, NamedOrder>> {
    const ids = [...new Set(records.map(({ order }) => order))]
    if (ids.length === 0) return new Map()
    const fields = ['id', 'payment_collection.order.id']
    const sessions = await this.read<Session>('payment_session', fields, { id: ids }, ids.length)
    const bySession = new Map(sessions.map((row) => [row.id, row.payment_collection?.order?.id]))
    const orders = await this.named([...new Set([...bySession.values()].filter((id) => id !== undefined))])
    return new Map(
      ids.flatMap((id) => {
        const order = orders.get(bySession.get(id) ?? '')
        return order ? [[id, order]] : []
      }),
    )
  }

  /** Payment sessions of the orders that bear one of these numbers. */
  async sessionsOf(numbers: readonly string[]): Promise<readonly string[]> {
    const ids = numbers.filter((number) => /^\d{1,9}$/.test(number)).map(Number)
    if (ids.length === 0) return []
    const fields = ['id', 'payment_collections.payment_sessions.id']
    const orders = await this.read<Sessions>('order', fields, { display_id: ids }, ids.length)
    return orders.flatMap(({ payment_collections: collections = [] }) =>
      collections.flatMap(({ payment_sessions: sessions = [] }) =>
        sessions.flatMap((each) => each?.id ?? []),
      ),
    )
  }

  private async named(ids: readonly string[]): Promise<ReadonlyMap<string, NamedOrder>> {
    if (ids.length === 0) return new Map()
    const names = PEOPLE.flatMap((person) => [`${person}.first_name`, `${person}.last_name`])
    const fields = ['id', 'display_id', 'custom_display_id', 'email', ...names]
    const orders = await this.read<OrderOfSession>('order', fields, { id: ids }, ids.length)
    return new Map(
      orders.map((order) => {
        const number = order.custom_display_id ?? String(order.display_id ?? order.id)
        const buyerNames = PEOPLE.map((person) => fullName(order[person])).filter((name) => name !== '')
        const buyerEmail = order.email ?? undefined
        return [order.id, { number, buyerNames: [...new Set(buyerNames)], buyerEmail }]
      }),
    )
  }

  private async read<Row>(
    entity: 'order' | 'payment_session',
    fields: string[],
    filters: object,
    take: number,
  ): Promise<readonly Row[]> {
    const query = this.container.resolve(ContainerRegistrationKeys.QUERY)
    const { data } = await query.graph({ entity, fields, filters, pagination: { take, skip: 0 } })
    return data as unknown as readonly Row[]
  }
}

const fullName = (person: Person | null | undefined): string =>
  [person?.first_name, person?.last_name].filter(Boolean).join(' ')
