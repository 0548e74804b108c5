import type * as shop from '../shop-backend'
import { toCart } from './cart'
import { Carts } from './carts'
import {
  CATEGORY_FIELDS,
  type MedusaCategory,
  type MedusaProduct,
  PRODUCT_FIELDS,
  toCard,
  toCollection,
  toProduct,
} from './catalogue'
import { Customers } from './customers'
import { Payments } from './payments'
import { countriesOf, Region } from './region'
import { savedPayments } from './saved-payments'
import { type MedusaShippingOption, toShippingOptions } from './shipping'
import { type Query, StoreApi } from './store-api'

/** More than this shop has; it shows everything on one page. */
const ALL = 100

export interface MedusaShop {
  readonly publishableKey: string
  /** The country that is sold to, as two small letters; it decides region and currency. */
  readonly regionCountry: string
}

/** A shop on Medusa's Store API with the Craftgate plugin. Its catalogue has one language. */
export class MedusaBackend implements shop.ShopBackend {
  private readonly api: StoreApi
  private readonly region: Region
  private readonly carts: Carts
  private readonly payments: Payments
  private readonly customers: Customers

  constructor(
    { publishableKey, regionCountry }: MedusaShop,
    private readonly language: shop.Language,
  ) {
    this.api = new StoreApi(publishableKey)
    this.region = new Region(this.api, regionCountry)
    this.carts = new Carts(this.api, this.region)
    this.customers = new Customers(this.api)
    this.payments = new Payments(this.api, this.carts, language)
  }

  async components(): Promise<shop.ComponentSettings> {
    const { id: region } = await this.region.get()
    return { endpoint: '/store/craftgate/v1', headers: () => this.api.headers(), region }
  }

  async collections(): Promise<readonly shop.Collection[]> {
    return (await this.categories({ order: 'rank' })).map(toCollection)
  }

  async products({ collection }: { readonly collection?: string }): Promise<readonly shop.ProductCard[]> {
    if (!collection) return this.cards({})
    const [category] = await this.categories({ handle: collection })
    return category ? this.cards({ 'category_id[]': category.id }) : []
  }

  async product(handle: string): Promise<shop.Product | undefined> {
    const [product] = await this.found({ handle })
    return product && toProduct(product)
  }

  async cart(): Promise<shop.Cart | undefined> {
    const cart = await this.carts.read()
    return cart && toCart(cart)
  }

  add(variantId: string, quantity: number): Promise<shop.CartChange> {
    return this.carts.add(variantId, quantity)
  }

  setQuantity(lineId: string, quantity: number): Promise<shop.CartChange> {
    return this.carts.setQuantity(lineId, quantity)
  }

  applyCoupon(code: string): Promise<shop.CartChange> {
    return this.carts.applyCoupon(code)
  }

  removeCoupon(code: string): Promise<shop.CartChange> {
    return this.carts.removeCoupon(code)
  }

  async countries(): Promise<readonly shop.Country[]> {
    return countriesOf(await this.region.get(), this.language)
  }

  async shippingOptions(): Promise<readonly shop.ShippingOption[]> {
    type Answer = { readonly shipping_options: readonly MedusaShippingOption[] }
    const cart = await this.carts.read()
    if (!cart) return []
    const { shipping_options } = await this.api.get<Answer>('shipping-options', { cart_id: cart.id })
    return toShippingOptions(shipping_options, cart.currency_code)
  }

  chooseShipping(id: string): Promise<shop.CartChange> {
    return this.carts.chooseShipping(id)
  }

  setRecipient(recipient: shop.Recipient): Promise<void> {
    return this.carts.setRecipient(recipient, this.language)
  }

  beginPayment(choice?: shop.PaymentChoice): Promise<shop.Begun> {
    return this.payments.begin(choice?.entry)
  }

  logIn(email: string, password: string): Promise<boolean> {
    return this.customers.logIn(email, password)
  }

  logOut(): Promise<void> {
    return this.customers.logOut()
  }

  account(): Promise<shop.Account | undefined> {
    return this.customers.account()
  }

  cartOfPayment(reference: string): string | undefined {
    return savedPayments.cartOf(reference)
  }

  order(id: string): Promise<shop.Order | undefined> {
    return this.payments.order(id)
  }

  private async categories(query: Query): Promise<readonly MedusaCategory[]> {
    type Answer = { readonly product_categories: readonly MedusaCategory[] }
    const answer = await this.api.get<Answer>('product-categories', { fields: CATEGORY_FIELDS, ...query })
    return answer.product_categories
  }

  private async cards(query: Query): Promise<readonly shop.ProductCard[]> {
    const products = await this.found({ limit: ALL, ...query })
    return products
      .toSorted((a, b) => a.title.localeCompare(b.title, 'tr'))
      .flatMap((each) => toCard(each) ?? [])
  }

  private async found(query: Query): Promise<readonly MedusaProduct[]> {
    const { id: region_id } = await this.region.get()
    const { products } = await this.api.get<{ readonly products: readonly MedusaProduct[] }>('products', {
      region_id,
      country_code: this.region.country,
      fields: PRODUCT_FIELDS,
      ...query,
    })
    return products
  }
}
