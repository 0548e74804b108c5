import type { Merchant, Refund, Sale } from '../shop'
import { askShopify, type Checkout, type Order, ShopifyRefusal, type Transaction } from './shopify-api'

const PAID = ['paid', 'partially_refunded', 'refunded']
const PATIENCE_MS = 20_000

/** Whoever runs the Shopify shop, in Shopify's admin. The app ends a refund or capture a moment after it was pressed. */
export class ShopifyMerchant implements Merchant {
  constructor(private readonly api: string) {}

  async sale(id: string): Promise<Sale> {
    const { financialStatus, authorized, captured, refunded } = await this.order(id)
    return { state: stateOf(financialStatus), authorized, captured, refunded }
  }

  async capture(id: string): Promise<void> {
    const { state, message } = await this.press(id, 'capture', {})
    if (state !== 'resolved') throw new Error(`The capture is ${state}: ${message}`)
  }

  /** Shopify says the amount: the price of one mug, less its share of the coupon. */
  async refundMug(id: string): Promise<Refund> {
    const checkout = await this.checkout(id)
    const line = checkout.lines.find(({ quantity }) => quantity === 2)
    if (!line) throw new Error('The order has no line of 2 pieces')
    const share = Math.floor((checkout.discount * line.price) / checkout.subtotal)
    return this.refund(id, Math.floor((line.price - share) / 2))
  }

  async refund(id: string, amount: number): Promise<Refund> {
    try {
      const { state, message } = await this.press(id, 'refund', { amount })
      if (state === 'resolved') return { done: true, amount }
      return { done: false, refusal: message ?? state }
    } catch (error) {
      if (error instanceof ShopifyRefusal) return { done: false, refusal: error.message }
      throw error
    }
  }

  private async press(id: string, kind: string, body: object): Promise<Transaction> {
    const begun = await askShopify<Transaction>(`${this.api}/orders/${id}/${kind}`, body)
    const deadline = Date.now() + PATIENCE_MS
    for (;;) {
      const now = (await this.order(id)).transactions.find((each) => each.id === begun.id) ?? begun
      if (now.state !== 'pending' || Date.now() > deadline) return now
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  private async order(id: string): Promise<Order> {
    const { order } = await this.checkout(id)
    if (!order) throw new Error('There is no such order')
    return order
  }

  private checkout(id: string): Promise<Checkout> {
    return askShopify<Checkout>(`${this.api}/checkouts/${id}`)
  }
}

function stateOf(status: string): Sale['state'] {
  if (PAID.includes(status)) return 'paid'
  return status === 'authorized' ? 'authorized' : 'other'
}
