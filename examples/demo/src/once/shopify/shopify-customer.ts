import type { ShopifyMerchant } from '@craftgate-commerce/example-shopify-store'
import { unitsOf } from '../money'
import type { Basket, Begun, Bought, Customer } from '../shop'
import { askShopify, type Checkout } from './shopify-api'

const KINDS = { AUTH: 'sale', PRE_AUTH: 'authorization' } as const
const SHIPPING = { standard: 'yurtici-kargo', free: 'ucretsiz-kargo' } as const

interface PaymentView {
  readonly craftgate: {
    readonly installment: number
    readonly paidPrice: string
    readonly interest?: string | null
    readonly paidWith: { readonly tr: string }
  } | null
}

/** Somebody in a Shopify shop. Shopify is told nothing of cards and instalments: the app's pages show them. */
export class ShopifyCustomer implements Customer {
  private basket: Omit<Basket, 'shipping'> & { readonly shipping: string } = { goods: {}, shipping: '' }
  private checkoutId = ''

  constructor(
    private readonly api: string,
    private readonly merchant: Promise<ShopifyMerchant>,
  ) {}

  /** What is to be paid; the checkout itself is made with the way to pay. */
  async fill({ shipping, ...basket }: Basket): Promise<number> {
    this.basket = { ...basket, shipping: SHIPPING[shipping] }
    return (await this.checkout('AUTH')).total
  }

  async begin(phase: 'AUTH' | 'PRE_AUTH'): Promise<Begun> {
    const { id } = await this.checkout(phase)
    this.checkoutId = id
    const { session, redirect_url } = await askShopify<{ session: string; redirect_url: string }>(
      `${this.api}/checkouts/${id}/pay`,
      {},
    )
    return { reference: session, payLink: redirect_url }
  }

  async bought(reference: string): Promise<Bought> {
    const { order } = await askShopify<Checkout>(`${this.api}/checkouts/${this.checkoutId}`)
    if (!order) throw new Error('Shopify has placed no order')
    const { craftgate } = await (await this.merchant).read<PaymentView>(`/payments/${reference}`)
    if (!craftgate) throw new Error('The app shows no payment of Craftgate')
    return {
      order: this.checkoutId,
      number: order.number,
      total: order.amount,
      installment: craftgate.installment,
      paidPrice: unitsOf(craftgate.paidPrice),
      interest: unitsOf(craftgate.interest ?? ''),
      paidWith: craftgate.paidWith.tr,
    }
  }

  private checkout(phase: 'AUTH' | 'PRE_AUTH'): Promise<Checkout> {
    const { goods, coupon, shipping } = this.basket
    const lines = Object.entries(goods).map(([sku, quantity]) => ({ sku, quantity }))
    return askShopify(`${this.api}/checkouts`, { lines, coupon, shipping, kind: KINDS[phase] })
  }
}
