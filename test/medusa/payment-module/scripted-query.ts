import type { IPaymentModuleService } from '@medusajs/framework/types'

interface Cart {
  readonly currency_code: string
  readonly total: string
}

interface Question {
  readonly entity: string
  readonly filters: { readonly id: string }
}

const RELATIONS = [
  'payment',
  'payment.captures',
  'payment.refunds',
  'payment_collection',
  'payment_collection.payments',
]

/** Medusa's query: sessions come from the real payment module, their carts from what a test says. */
export class ScriptedQuery {
  /** Cart of a payment collection, by the collection's id. */
  readonly carts = new Map<string, Cart>()
  /** What a session asks for by now, whatever the payment module has written. */
  readonly amounts = new Map<string, string>()

  constructor(private readonly payments: IPaymentModuleService) {}

  async graph({ entity, filters: { id } }: Question): Promise<{ data: object[] }> {
    if (entity === 'payment_session') return { data: await this.sessions(id) }
    if (entity === 'cart') return { data: this.cart(id) }
    throw new Error(`Nobody told this test about ${entity}`)
  }

  private async sessions(id: string): Promise<object[]> {
    const sessions = await this.payments.listPaymentSessions({ id: [id] }, { relations: RELATIONS })
    return sessions.map(({ payment_collection: collection, ...session }) => ({
      ...session,
      amount: this.amounts.get(id) ?? session.amount,
      payment_collection: { ...collection, cart: this.linked(collection?.id) },
    }))
  }

  private linked(collectionId = ''): object | null {
    return this.carts.has(collectionId) ? { id: cartOf(collectionId) } : null
  }

  private cart(id: string): object[] {
    const found = [...this.carts].find(([collectionId]) => cartOf(collectionId) === id)
    return found ? [{ id, ...found[1] }] : []
  }
}

const cartOf = (collectionId: string) => `cart-of-${collectionId}`
