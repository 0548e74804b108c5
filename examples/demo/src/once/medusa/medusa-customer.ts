import { unitsOf } from '../money'
import type { Basket, Begun, Bought, Customer } from '../shop'
import { HttpClient } from './http-client'

const PROVIDERS = { AUTH: 'pp_craftgate_craftgate', PRE_AUTH: 'pp_craftgate_on-provizyon' } as const

const RECIPIENT = {
  first_name: 'Ayşe',
  last_name: 'Yılmaz',
  phone: '+905321234567',
  address_1: 'Moda Cad. 12/3',
  city: 'Kadıköy',
  province: 'İstanbul',
  postal_code: '34710',
  country_code: 'tr',
}

interface Cart {
  readonly id: string
  readonly total: number
}

interface Variant {
  readonly id: string
  readonly sku: string
}

interface ShippingOption {
  readonly id: string
  readonly amount: number
}

interface Checkout {
  readonly order_id: string | null
  readonly order_display_id: number | null
  readonly amount: string
  readonly installment: number | null
  readonly paid_price: string | null
  readonly interest: string | null
  readonly paid_with: string | null
}

/** Somebody in a Medusa shop: the Store API, nothing else. */
export class MedusaCustomer implements Customer {
  private readonly store: HttpClient
  private cartId = ''

  constructor(url: string, publishableKey: string) {
    this.store = new HttpClient(`${url}/store`, { 'x-publishable-api-key': publishableKey })
  }

  async fill({ goods, coupon, shipping }: Basket): Promise<number> {
    const { region_id, ids } = await this.catalogue()
    const items = Object.entries(goods).map(([sku, quantity]) => ({ variant_id: ids.get(sku), quantity }))
    const { cart } = await this.store.post<{ cart: Cart }>('/carts', { region_id, items })
    this.cartId = cart.id
    await this.change('', {
      email: 'ayse.yilmaz@example.com',
      shipping_address: RECIPIENT,
      billing_address: RECIPIENT,
    })
    if (coupon) await this.change('/promotions', { promo_codes: [coupon] })
    const { total } = await this.change('/shipping-methods', { option_id: await this.shipping(shipping) })
    return unitsOf(String(total))
  }

  async begin(phase: 'AUTH' | 'PRE_AUTH'): Promise<Begun> {
    type Answer = { readonly payment_collection: Collection }
    interface Collection {
      readonly id: string
      readonly payment_sessions?: readonly { readonly data: { reference?: string; pay_link?: string } }[]
    }
    const made = await this.store.post<Answer>('/payment-collections', { cart_id: this.cartId })
    const path = `/payment-collections/${made.payment_collection.id}/payment-sessions`
    const begun = await this.store.post<Answer>(path, { provider_id: PROVIDERS[phase] })
    const { reference, pay_link } = begun.payment_collection.payment_sessions?.[0]?.data ?? {}
    if (!reference || !pay_link) throw new Error('The payment session has no pay link')
    return { reference, payLink: pay_link }
  }

  async bought(reference: string): Promise<Bought> {
    const path = `/craftgate/checkouts/${reference}?cart_id=${this.cartId}`
    const { checkout } = await this.store.get<{ checkout: Checkout }>(path)
    const { order_id, order_display_id, paid_with } = checkout
    if (!order_id) throw new Error('The shop has placed no order')
    const { order } = await this.store.get<{ order: { total: number } }>(`/orders/${order_id}`)
    return {
      order: order_id,
      number: String(order_display_id),
      total: unitsOf(String(order.total)),
      installment: checkout.installment ?? 1,
      paidPrice: unitsOf(checkout.paid_price ?? checkout.amount),
      interest: unitsOf(checkout.interest ?? ''),
      paidWith: paid_with ?? '',
    }
  }

  private async catalogue(): Promise<{ region_id: string; ids: ReadonlyMap<string, string> }> {
    type Regions = { readonly regions: readonly { id: string; countries: readonly { iso_2: string }[] }[] }
    type Products = { readonly products: readonly { variants: readonly Variant[] }[] }
    const { regions } = await this.store.get<Regions>('/regions')
    const region = regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === 'tr'))
    if (!region) throw new Error('No region sells to Turkey')
    const { products } = await this.store.get<Products>('/products?limit=100&fields=variants.id,variants.sku')
    const variants = products.flatMap((product) => product.variants)
    return { region_id: region.id, ids: new Map(variants.map(({ id, sku }) => [sku, id] as const)) }
  }

  private async shipping(wanted: Basket['shipping']): Promise<string> {
    type Answer = { readonly shipping_options: readonly ShippingOption[] }
    const { shipping_options } = await this.store.get<Answer>(`/shipping-options?cart_id=${this.cartId}`)
    const [cheapest] = shipping_options.toSorted((a, b) => a.amount - b.amount)
    const fits = cheapest && cheapest.amount > 0 === (wanted === 'standard')
    if (!fits) throw new Error(`The cheapest shipping is not the ${wanted} one`)
    return cheapest.id
  }

  private async change(path: string, body: object): Promise<Cart> {
    return (await this.store.post<{ cart: Cart }>(`/carts/${this.cartId}${path}`, body)).cart
  }
}
