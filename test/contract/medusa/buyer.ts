import type { OrderSpec, PlacedOrder, ShopperView } from '../store'
import { HttpClient } from './http-client'
import { fromMedusa } from './scale'

interface Cart {
  readonly id: string
  readonly currency_code: string
  readonly total: number
  readonly items: readonly { readonly id: string; readonly quantity: number; readonly total: number }[]
  readonly payment_collection?: Collection | null
}

interface Goods {
  readonly id: string
  readonly product_id: string
  readonly variant_id: string
}

interface Collection {
  readonly id: string
  readonly payment_sessions?: readonly Session[]
}

interface Session {
  readonly provider_id: string
  readonly data: { readonly reference: string; readonly pay_link: string }
}

interface Product {
  readonly variants: readonly {
    readonly id: string
    readonly inventory_quantity?: number
    readonly calculated_price?: { readonly calculated_amount: number | null } | null
  }[]
}

interface Region {
  readonly id: string
  readonly currency_code: string
  readonly countries: readonly { readonly iso_2: string }[]
}

export interface Status {
  readonly outcome: string
  readonly order_id: string | null
  readonly decline_message: string | null
}

const OUTCOMES: Readonly<Record<string, ShopperView['outcome']>> = {
  waiting: 'waiting',
  paid: 'paid',
  authorized: 'authorized',
  in_review: 'review',
  declined: 'declined',
  expired: 'expired',
  refunding: 'refunding',
  refunded: 'refunded',
  needs_review: 'needs-review',
}

const address = (country: string) => ({
  first_name: 'Ayşe',
  last_name: 'Yılmaz',
  address_1: 'Moda Cad. 12/3',
  city: 'İstanbul',
  postal_code: '34710',
  country_code: country,
  phone: '+905551112233',
})

export interface Shopfront {
  readonly url: () => string
  readonly publishableKey: string
  /** Country of the region to buy in. */
  readonly country: string
  readonly provider: string
  /** Of a customer who is logged in. */
  readonly customerToken?: string
}

let visitors = 0

/** One visitor of the storefront with a cart of their own. */
export class MedusaBuyer {
  /** Attempts to pay that this visitor began. */
  readonly references = new Set<string>()
  readonly store: HttpClient
  private cartId = ''

  private constructor(private readonly at: Shopfront) {
    const customer: Record<string, string> = at.customerToken
      ? { authorization: `Bearer ${at.customerToken}` }
      : {}
    this.store = new HttpClient(at.url, () => ({ 'x-publishable-api-key': at.publishableKey, ...customer }))
  }

  /** Fills a cart up to the payment step. */
  static async place(at: Shopfront, spec: OrderSpec): Promise<{ buyer: MedusaBuyer; order: PlacedOrder }> {
    const buyer = new MedusaBuyer(at)
    await buyer.fill(spec.products ?? 2, spec.quantity ?? 1)
    if (spec.coupon) await buyer.change('/promotions', { promo_codes: [spec.coupon] })
    return { buyer, order: placed(await buyer.ship()) }
  }

  static async stock(at: Shopfront): Promise<number> {
    const buyer = new MedusaBuyer(at)
    const [first] = await buyer.forSale(await buyer.region())
    return first?.inventory_quantity ?? 0
  }

  /** The last four digits of each card of the customer. */
  static async storedCards(at: Shopfront): Promise<readonly string[]> {
    const { store } = new MedusaBuyer(at)
    const { cards } = await store.get<{ cards: { last_four: string }[] }>('/store/craftgate/cards')
    return cards.map(({ last_four }) => last_four)
  }

  /** As a storefront does: the session that is there is used again, a second one would close the first page. */
  async pay(): Promise<{ url: string; reference: string }> {
    const { payment_collection } = await this.store.post<{ payment_collection: Collection }>(
      '/store/payment-collections',
      { cart_id: this.cartId },
    )
    const known = payment_collection.payment_sessions?.find(
      ({ provider_id }) => provider_id === this.at.provider,
    )
    const session = known ?? (await this.newSession(payment_collection.id))
    this.references.add(session.data.reference)
    return { url: session.data.pay_link, reference: session.data.reference }
  }

  /** What a storefront with bearer tokens asks for when its customer goes to pay. */
  async ownLink(reference: string): Promise<string> {
    const path = `/store/craftgate/checkouts/${reference}/pay-link`
    return (await this.store.post<{ pay_link: string }>(path)).pay_link
  }

  async oneMore(order: PlacedOrder): Promise<PlacedOrder> {
    const [line] = order.lines
    if (!line) throw new Error('The cart is empty')
    return placed(await this.change(`/line-items/${line.id}`, { quantity: line.quantity + 1 }))
  }

  async sees(reference: string): Promise<ShopperView> {
    const { outcome, decline_message } = await this.status(reference)
    const known = OUTCOMES[outcome]
    if (!known) throw new Error(`Unknown status ${outcome} of ${reference}`)
    return { outcome: known, message: decline_message ?? undefined }
  }

  async status(reference: string): Promise<Status> {
    const path = `/store/craftgate/checkouts/${reference}?lang=tr&cart_id=${this.cartId}`
    return (await this.store.get<{ checkout: Status }>(path)).checkout
  }

  /** The order that came of this cart. */
  async orderId(): Promise<string | undefined> {
    for (const reference of this.references) {
      const { order_id } = await this.status(reference)
      if (order_id) return order_id
    }
    return undefined
  }

  /** What each line of the cart is. */
  async goods(): Promise<readonly Goods[]> {
    const { cart } = await this.store.get<{ cart: { items: readonly Goods[] } }>(
      `/store/carts/${this.cartId}?fields=id,items.id,items.product_id,items.variant_id`,
    )
    return cart.items
  }

  async total(): Promise<number> {
    const { cart } = await this.store.get<{ cart: Cart }>(`/store/carts/${this.cartId}`)
    return fromMedusa(cart.total, cart.currency_code)
  }

  private async fill(products: number, quantity: number): Promise<void> {
    const region = await this.region()
    const variants = await this.forSale(region)
    if (variants.length < products) throw new Error(`The shop sells only ${variants.length} products here`)
    const { cart } = await this.store.post<{ cart: Cart }>('/store/carts', { region_id: region.id })
    this.cartId = cart.id
    for (const { id } of variants.slice(0, products)) {
      await this.change('/line-items', { variant_id: id, quantity })
    }
  }

  /** The cheapest variant of each product: Medusa lists the variants of one product in no order. */
  private async forSale(region: Region): Promise<Variant[]> {
    const { products } = await this.store.get<{ products: Product[] }>(
      `/store/products?limit=50&region_id=${region.id}&fields=id,*variants.calculated_price,%2Bvariants.inventory_quantity`,
    )
    return products.flatMap(({ variants }) =>
      variants
        .filter(isForSale)
        .toSorted((one, other) => priceOf(one) - priceOf(other))
        .slice(0, 1),
    )
  }

  private async region(): Promise<Region> {
    const { regions } = await this.store.get<{ regions: Region[] }>('/store/regions?limit=50')
    const region = regions.find(({ countries }) => countries.some(({ iso_2 }) => iso_2 === this.at.country))
    if (!region) throw new Error(`The shop does not sell to ${this.at.country}`)
    return region
  }

  private async ship(): Promise<Cart> {
    visitors += 1
    const to = address(this.at.country)
    const email = `ayse.${process.pid}.${visitors}@example.com`
    await this.change('', { email, shipping_address: to, billing_address: to })
    const { shipping_options } = await this.store.get<{ shipping_options: { id: string }[] }>(
      `/store/shipping-options?cart_id=${this.cartId}`,
    )
    const [option] = shipping_options
    if (!option) throw new Error('The shop ships nowhere')
    return this.change('/shipping-methods', { option_id: option.id })
  }

  /** A new payment session of this cart, as a storefront makes one that does not look for the one that is there. */
  async payAnew(data?: Record<string, unknown>): Promise<{ url: string; reference: string }> {
    const { payment_collection } = await this.store.post<{ payment_collection: Collection }>(
      '/store/payment-collections',
      { cart_id: this.cartId },
    )
    return this.payCollection(payment_collection.id, data)
  }

  /** Begins to pay a payment collection, of a cart or of a placed order. */
  async payCollection(
    id: string,
    data?: Record<string, unknown>,
  ): Promise<{ url: string; reference: string }> {
    const session = await this.newSession(id, data)
    this.references.add(session.data.reference)
    return { url: session.data.pay_link, reference: session.data.reference }
  }

  /** Chooses a provider that is paid past Craftgate, and completes the cart, as every storefront does. */
  async placeUnpaid(provider: string): Promise<{ reference: string }> {
    const { payment_collection } = await this.store.post<{ payment_collection: Collection }>(
      '/store/payment-collections',
      { cart_id: this.cartId },
    )
    const { data } = await this.newSession(payment_collection.id, undefined, provider)
    this.references.add(data.reference)
    await this.store.post(`/store/carts/${this.cartId}/complete`)
    return { reference: data.reference }
  }

  /** What many storefronts do after the payment page; answers Medusa's refusal. */
  async complete(): Promise<{ type?: string; refused?: string }> {
    try {
      return await this.store.post<{ type: string }>(`/store/carts/${this.cartId}/complete`)
    } catch (error) {
      return { refused: error instanceof Error ? error.message : String(error) }
    }
  }

  /** Changes the cart in any way. */
  send(path: string, body: unknown): Promise<unknown> {
    return this.change(path, body)
  }

  private async newSession(
    collectionId: string,
    data?: Record<string, unknown>,
    provider_id = this.at.provider,
  ): Promise<Session> {
    const { payment_collection } = await this.store.post<{ payment_collection: Collection }>(
      `/store/payment-collections/${collectionId}/payment-sessions`,
      { provider_id, data },
    )
    const session = payment_collection.payment_sessions?.find((each) => each.provider_id === provider_id)
    if (!session) throw new Error('Medusa answered without the payment session')
    return session
  }

  private async change(path: string, body: unknown): Promise<Cart> {
    return (await this.store.post<{ cart: Cart }>(`/store/carts/${this.cartId}${path}${WITH_TOTALS}`, body))
      .cart
  }
}

/** Totals of lines are computed only when they are asked for. */
const WITH_TOTALS = '?fields=%2Bitems.total'

type Variant = Product['variants'][number]

const isForSale = ({ inventory_quantity = 1, calculated_price }: Variant): boolean =>
  inventory_quantity > 0 && calculated_price?.calculated_amount != null

const priceOf = ({ calculated_price }: Variant): number => calculated_price?.calculated_amount ?? 0

const placed = ({ id, currency_code, total, items }: Cart): PlacedOrder => ({
  id,
  number: id,
  currency: currency_code.toUpperCase(),
  total: fromMedusa(total, currency_code),
  lines: items.map((item) => ({
    id: item.id,
    quantity: item.quantity,
    price: fromMedusa(item.total, currency_code),
  })),
})
