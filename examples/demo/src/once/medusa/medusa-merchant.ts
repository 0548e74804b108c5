import { decimalOf, unitsOf } from '../money'
import type { Merchant, Refund, Sale } from '../shop'
import { HttpClient, Refusal } from './http-client'

interface Order {
  readonly payment_status: string
  readonly items: readonly { readonly quantity: number; readonly refundable_total_per_unit: number }[]
  readonly payment_collections: readonly { readonly payments: readonly Payment[] }[]
}

interface Payment {
  readonly id: string
  readonly amount: number
  readonly captures: readonly { readonly amount: number }[]
  readonly refunds: readonly { readonly amount: number }[]
}

/** Medusa computes totals of lines only beside the total of the order. */
const FIELDS = [
  'payment_status,total,items.quantity,items.refundable_total_per_unit',
  'payment_collections.payments.id,payment_collections.payments.amount',
  'payment_collections.payments.captures.amount,payment_collections.payments.refunds.amount',
].join(',')

const PAID = ['captured', 'partially_refunded', 'refunded']

/** Whoever runs the Medusa shop: the Admin API, nothing else. */
export class MedusaMerchant implements Merchant {
  private constructor(private readonly admin: HttpClient) {}

  static async login(url: string, email: string, password: string): Promise<MedusaMerchant> {
    const { token } = await new HttpClient(url).post<{ token: string }>('/auth/user/emailpass', {
      email,
      password,
    })
    return new MedusaMerchant(new HttpClient(`${url}/admin`, { authorization: `Bearer ${token}` }))
  }

  async sale(id: string): Promise<Sale> {
    const order = await this.order(id)
    const payment = paymentOf(order)
    const captured = sum(payment.captures)
    return {
      state: stateOf(order),
      authorized: unitsOf(String(payment.amount)),
      captured,
      refunded: sum(payment.refunds),
    }
  }

  async capture(id: string): Promise<void> {
    await this.admin.post(`/payments/${paymentOf(await this.order(id)).id}/capture`, {})
  }

  /** Medusa refunds amounts, not lines: as much as one mug cost. */
  async refundMug(id: string): Promise<Refund> {
    const line = (await this.order(id)).items.find(({ quantity }) => quantity === 2)
    if (!line) throw new Error('The order has no line of 2 pieces')
    return this.refund(id, unitsOf(String(line.refundable_total_per_unit)))
  }

  async refund(id: string, amount: number): Promise<Refund> {
    const path = `/payments/${paymentOf(await this.order(id)).id}/refund`
    try {
      await this.admin.post(path, { amount: Number(decimalOf(amount)), note: 'Müşteri vazgeçti' })
      return { done: true, amount }
    } catch (error) {
      if (error instanceof Refusal && error.status === 400) return { done: false, refusal: error.message }
      throw error
    }
  }

  private async order(id: string): Promise<Order> {
    return (await this.admin.get<{ order: Order }>(`/orders/${id}?fields=${encodeURIComponent(FIELDS)}`))
      .order
  }
}

function stateOf({ payment_status }: Order): Sale['state'] {
  if (PAID.includes(payment_status)) return 'paid'
  return payment_status === 'authorized' ? 'authorized' : 'other'
}

function paymentOf({ payment_collections }: Order): Payment {
  const [payment, ...more] = payment_collections.flatMap(({ payments }) => payments)
  if (!payment || more.length > 0) throw new Error('The order has not exactly one payment')
  return payment
}

const sum = (parts: readonly { readonly amount: number }[]): number =>
  parts.reduce((total, { amount }) => total + unitsOf(String(amount)), 0)
