import { fromDecimal } from '@craftgate-commerce/core'
import { GraphqlClient } from '../graphql'
import type { Customer, OrderSpec, PlacedOrder, ShopperView, StorefrontAccess, WalletView } from '../store'
import { PASSWORD } from './customers'
import { fromVendure } from './scale'
import * as queries from './shop-queries'

interface ShopOrder {
  readonly id: string
  readonly code: string
  readonly currencyCode: string
  readonly totalWithTax: number
  readonly lines: readonly {
    readonly id: string
    readonly quantity: number
    readonly proratedLinePriceWithTax: number
  }[]
}

type OrderAnswer = { readonly result: ({ readonly __typename: 'Order' } & ShopOrder) | Refusal }
interface Refusal {
  readonly __typename: string
  readonly errorCode: string
  readonly message: string
}

const OUTCOMES: Readonly<Record<string, ShopperView['outcome']>> = {
  WAITING: 'waiting',
  PAID: 'paid',
  AUTHORIZED: 'authorized',
  IN_REVIEW: 'review',
  DECLINED: 'declined',
  EXPIRED: 'expired',
  REFUNDING: 'refunding',
  REFUNDED: 'refunded',
  NEEDS_REVIEW: 'needs-review',
}

const ADDRESS = {
  fullName: 'Ayşe Yılmaz',
  streetLine1: 'Moda Cad. 12/3',
  city: 'İstanbul',
  postalCode: '34710',
  countryCode: 'TR',
  phoneNumber: '+905551112233',
}

interface Shopfront {
  readonly url: () => string
  readonly channel: string
  readonly method: string
}

let visitors = 0

/** One visitor of the storefront with a cart of their own. */
export class ShopperJourney {
  private readonly shop: GraphqlClient
  private isCustomer = false

  private constructor(
    url: () => string,
    channel: string,
    private readonly method: string,
  ) {
    this.shop = new GraphqlClient(() => `${url()}/shop-api?languageCode=tr`, { 'vendure-token': channel })
  }

  /** Fills a cart up to the payment step. */
  static async place(
    at: Shopfront,
    spec: OrderSpec,
  ): Promise<{ journey: ShopperJourney; order: PlacedOrder }> {
    const journey = new ShopperJourney(at.url, at.channel, at.method)
    if (spec.customer !== undefined) await journey.logIn(spec.customer)
    await journey.fill(spec.products ?? 2, spec.quantity ?? 1)
    if (spec.coupon) await journey.change(queries.APPLY_COUPON, { code: spec.coupon })
    return { journey, order: await journey.address() }
  }

  /** The last four digits of each card of the customer. */
  static async storedCards(at: Shopfront, customer: Customer): Promise<readonly string[]> {
    const journey = new ShopperJourney(at.url, at.channel, at.method)
    await journey.logIn(customer)
    const { craftgateStoredCards: cards } = await journey.shop.ask<{
      craftgateStoredCards: { lastFour: string }[]
    }>(queries.STORED_CARDS)
    return cards.map(({ lastFour }) => lastFour)
  }

  /** The customer completes the account first: Craftgate wants to know whose wallet it is. */
  static async topUpWallet(at: Shopfront, customer: Customer, amount: number): Promise<string> {
    const journey = new ShopperJourney(at.url, at.channel, at.method)
    await journey.logIn(customer)
    await journey.shop.ask(queries.COMPLETE_ACCOUNT, { phone: '905551112233', address: ADDRESS })
    const { topUpCraftgateWallet: page } = await journey.shop.ask<{ topUpCraftgateWallet: { url: string } }>(
      queries.TOP_UP,
      { amount },
    )
    return page.url
  }

  static async walletOf(at: Shopfront, customer: Customer | undefined): Promise<WalletView | undefined> {
    const journey = new ShopperJourney(at.url, at.channel, at.method)
    if (customer !== undefined) await journey.logIn(customer)
    const { craftgateWallet: wallet } = await journey.shop.ask<{
      craftgateWallet: { balance: string; moves: { type: string }[] } | null
    }>(queries.WALLET)
    if (wallet === null) return undefined
    const { minor: balance } = fromDecimal(wallet.balance, 'TRY')
    return { balance, moves: wallet.moves.map(({ type }) => type) }
  }

  storefront(endpoint: string): StorefrontAccess {
    const { anybody, own: headers } = this.shop.browserHeaders()
    return { endpoint, headers, query: {}, anybody }
  }

  private async logIn(username: Customer): Promise<void> {
    await this.shop.ask(queries.LOG_IN, { username, password: PASSWORD })
    this.isCustomer = true
  }

  private async fill(products: number, quantity: number): Promise<void> {
    const { products: page } = await this.shop.ask<{
      products: { items: { variants: { id: string; stockLevel: string }[] }[] }
    }>(queries.PRODUCTS)
    const variants = page.items
      .flatMap((item) => item.variants.slice(0, 1))
      .filter((v) => v.stockLevel !== 'OUT_OF_STOCK')
    if (variants.length < products) throw new Error(`The shop has only ${variants.length} products in stock`)
    for (const { id } of variants.slice(0, products)) {
      await this.change(queries.ADD_ITEM, { variant: id, quantity })
    }
  }

  private async address(): Promise<PlacedOrder> {
    visitors += 1
    const emailAddress = `ayse.${process.pid}.${visitors}@example.com`
    const input = { firstName: 'Ayşe', lastName: 'Yılmaz', emailAddress }
    if (!this.isCustomer) await this.change(queries.SET_CUSTOMER, { input })
    await this.change(queries.SET_ADDRESS, { input: ADDRESS })
    const { eligibleShippingMethods } = await this.shop.ask<{
      eligibleShippingMethods: { id: string; priceWithTax: number }[]
    }>(queries.SHIPPING_METHODS)
    const [method] = eligibleShippingMethods
    if (!method) throw new Error('The shop ships nowhere')
    return this.change(queries.SET_SHIPPING, { id: method.id })
  }

  async pay(): Promise<{ url: string; reference: string }> {
    const { result } = await this.shop.ask<{
      result: { __typename: 'CraftgateCheckout'; reference: string; payLink: string } | Refusal
    }>(queries.BEGIN, { method: this.method })
    if (!('payLink' in result)) throw new Error(`${result.errorCode}: ${result.message}`)
    const { reference, payLink } = result
    return { url: this.isCustomer ? await this.ownLink(reference) : payLink, reference }
  }

  /** What a storefront with bearer tokens asks for when its customer goes to pay. */
  private async ownLink(reference: string): Promise<string> {
    return (await this.shop.ask<{ craftgatePayLink: string }>(queries.PAY_LINK, { reference }))
      .craftgatePayLink
  }

  /** Chooses a method that is paid past Craftgate. */
  async placeUnpaid(method: string): Promise<{ reference: string }> {
    const { result } = await this.shop.ask<{
      result: { __typename: 'CraftgateUnpaidOrder'; reference: string } | Refusal
    }>(queries.PLACE_UNPAID, { method })
    if (!('reference' in result)) throw new Error(`${result.errorCode}: ${result.message}`)
    return { reference: result.reference }
  }

  /** Steps back to the cart and takes one more of the first line. */
  async oneMore(order: PlacedOrder): Promise<PlacedOrder> {
    const [line] = order.lines
    if (!line) throw new Error('The cart is empty')
    await this.change(queries.BACK_TO_CART, {})
    return this.change(queries.ADJUST_LINE, { line: line.id, quantity: line.quantity + 1 })
  }

  async sees(reference: string): Promise<ShopperView> {
    const { craftgateCheckout: status } = await this.shop.ask<{
      craftgateCheckout: { outcome: string; declineMessage?: string } | null
    }>(queries.STATUS, { reference })
    const outcome = OUTCOMES[status?.outcome ?? '']
    if (!status || !outcome) throw new Error(`Unknown status ${status?.outcome} of ${reference}`)
    return { outcome, message: status.declineMessage ?? undefined }
  }

  private async change(query: string, variables: Record<string, unknown>): Promise<PlacedOrder> {
    const { result } = await this.shop.ask<OrderAnswer>(query, variables)
    if (!('code' in result)) throw new Error(`${result.errorCode}: ${result.message}`)
    const amount = (value: number) => fromVendure(value, result.currencyCode)
    return {
      id: result.id,
      number: result.code,
      currency: result.currencyCode,
      total: amount(result.totalWithTax),
      lines: result.lines.map(({ id, quantity, proratedLinePriceWithTax }) => ({
        id,
        quantity,
        price: amount(proratedLinePriceWithTax),
      })),
    }
  }
}
