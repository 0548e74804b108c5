import type { Account } from '../shop-backend'
import { type MedusaOrder, orderState } from './order'
import { priceOf } from './price'
import { savedCart } from './saved-cart'
import { savedLogin } from './saved-login'
import { type StoreApi, StoreApiError } from './store-api'

interface MedusaCustomer {
  readonly first_name: string | null
  readonly last_name: string | null
  readonly email: string
}

type ListedOrder = Pick<
  MedusaOrder,
  | 'id'
  | 'display_id'
  | 'status'
  | 'payment_status'
  | 'fulfillment_status'
  | 'created_at'
  | 'total'
  | 'currency_code'
>

const FIELDS = 'id,display_id,status,payment_status,fulfillment_status,created_at,total,currency_code'

/** Logging in and out, and what a customer sees of himself. */
export class Customers {
  constructor(private readonly api: StoreApi) {}

  /** The cart that was filled before is the customer's then. */
  async logIn(email: string, password: string): Promise<boolean> {
    try {
      savedLogin.keep(await this.api.logIn(email, password))
    } catch (error) {
      if (error instanceof StoreApiError && error.status === 401) return false
      throw error
    }
    const cart = savedCart.id()
    if (cart) await this.api.post(`carts/${cart}/customer`, {}).catch(() => {})
    return true
  }

  async logOut(): Promise<void> {
    savedLogin.forget()
    savedCart.forget()
  }

  async account(): Promise<Account | undefined> {
    const customer = await this.me()
    if (!customer) return undefined
    const { orders } = await this.api.get<{ readonly orders: readonly ListedOrder[] }>('orders', {
      ...{ fields: FIELDS, order: '-created_at', limit: 20 },
    })
    return {
      name: [customer.first_name, customer.last_name].filter(Boolean).join(' '),
      email: customer.email,
      orders: orders.map((order) => ({
        id: order.id,
        number: String(order.display_id),
        state: orderState(order),
        placedAt: new Date(order.created_at),
        total: priceOf(order.total, order.currency_code),
      })),
    }
  }

  /** A login that has ended is forgotten. */
  private async me(): Promise<MedusaCustomer | undefined> {
    if (!savedLogin.token()) return undefined
    try {
      return (await this.api.get<{ readonly customer: MedusaCustomer }>('customers/me')).customer
    } catch (error) {
      if (!(error instanceof StoreApiError) || error.status !== 401) throw error
      savedLogin.forget()
      return undefined
    }
  }
}
