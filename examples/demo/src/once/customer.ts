import { Shopper, type TestCard } from '@craftgate-commerce/sandbox'
import { GraphqlClient, must } from './graphql'

export interface Basket {
  /** SKU -> pieces. */
  readonly goods: Readonly<Record<string, number>>
  readonly coupon?: string
  readonly shipping: string
}

export interface Begun {
  readonly reference: string
  readonly payLink: string
  readonly orderCode: string
}

export interface CustomerOrder {
  readonly code: string
  readonly state: string
  readonly totalWithTax: number
}

export interface CheckoutStatus {
  readonly outcome: string
  readonly installment: number | null
  readonly paidPrice: string | null
  readonly interest: string | null
  readonly cardFamily: string | null
  readonly lastFour: string | null
}

const ERROR = '... on ErrorResult { errorCode message }'

const SKUS = `query { products(options: { take: 100 }) { items { variants { id sku } } } }`
const ADD = `mutation ($id: ID!, $quantity: Int!) {
  result: addItemToOrder(productVariantId: $id, quantity: $quantity) { __typename ${ERROR} ... on Order { code } }
}`
const COUPON = `mutation ($code: String!) { result: applyCouponCode(couponCode: $code) { __typename ${ERROR} ... on Order { code } } }`
const CUSTOMER = `mutation { result: setCustomerForOrder(input: {
  firstName: "Ayşe", lastName: "Yılmaz", emailAddress: "ayse.yilmaz@example.com", phoneNumber: "+905321234567"
}) { __typename ${ERROR} ... on Order { code } } }`
const ADDRESS = `mutation { result: setOrderShippingAddress(input: {
  fullName: "Ayşe Yılmaz", streetLine1: "Moda Cad. 12/3", city: "Kadıköy", province: "İstanbul", postalCode: "34710",
  countryCode: "TR"
}) { __typename ${ERROR} ... on Order { code } } }`
const SHIPPING = `query { eligibleShippingMethods { id code } }`
const SHIP = `mutation ($ids: [ID!]!) {
  result: setOrderShippingMethod(shippingMethodId: $ids) { __typename ${ERROR} ... on Order { code state totalWithTax } }
}`
const BEGIN = `mutation ($method: String!) {
  result: createCraftgateCheckout(input: { paymentMethodCode: $method }) {
    __typename ${ERROR} ... on CraftgateCheckout { reference payLink orderCode }
  }
}`
const STATUS = `query ($reference: String!) { craftgateCheckout(reference: $reference) {
  outcome installment paidPrice interest cardFamily lastFour
} }`
const ORDER = `query ($code: String!) { orderByCode(code: $code) { code state totalWithTax } }`

/** Somebody in the shop: the Shop API and the payment page, nothing else. */
export class Customer {
  private readonly shop: GraphqlClient

  constructor(shopApi: string) {
    this.shop = new GraphqlClient(shopApi, { 'vendure-token': 'turkiye' })
  }

  /** Fills the cart, says where to send it, and how. */
  async fill({ goods, coupon, shipping }: Basket): Promise<CustomerOrder> {
    const ids = await this.variantIds()
    for (const [sku, quantity] of Object.entries(goods))
      await this.change(ADD, { id: ids.get(sku), quantity })
    if (coupon) await this.change(COUPON, { code: coupon })
    await this.change(CUSTOMER)
    await this.change(ADDRESS)
    const answer = await this.shop.ask<{ eligibleShippingMethods: { id: string; code: string }[] }>(SHIPPING)
    const method = answer.eligibleShippingMethods.find(({ code }) => code === shipping)
    if (!method) throw new Error(`Shipping ${shipping} is not offered`)
    return this.change<CustomerOrder>(SHIP, { ids: [method.id] })
  }

  begin(method: string): Promise<Begun> {
    return this.change<Begun>(BEGIN, { method })
  }

  /** Goes through the payment page and the bank's. Returns where the shop sent the browser afterwards. */
  async pay(
    payLink: string,
    choice: { readonly card: TestCard; readonly installment?: number },
  ): Promise<string> {
    const shopper = new Shopper({ clientIp: '85.105.10.20' })
    await shopper.open(payLink)
    const { outcome, response, message } = await shopper.pay({ ...choice, threeDS: 'ok' })
    if (outcome !== 'returned' || !response?.location)
      throw new Error(`The visit ended ${outcome} ${message ?? ''}`)
    return response.location
  }

  async status(reference: string): Promise<CheckoutStatus> {
    const { craftgateCheckout } = await this.shop.ask<{ craftgateCheckout: CheckoutStatus | null }>(STATUS, {
      reference,
    })
    return must(craftgateCheckout)
  }

  async order(code: string): Promise<CustomerOrder> {
    const { orderByCode } = await this.shop.ask<{ orderByCode: CustomerOrder | null }>(ORDER, { code })
    return must(orderByCode)
  }

  private async variantIds(): Promise<ReadonlyMap<string, string>> {
    type Answer = {
      readonly products: { readonly items: { readonly variants: { id: string; sku: string }[] }[] }
    }
    const { products } = await this.shop.ask<Answer>(SKUS)
    return new Map(
      products.items.flatMap(({ variants }) => variants.map(({ id, sku }) => [sku, id] as const)),
    )
  }

  private async change<T extends object>(query: string, variables?: Record<string, unknown>): Promise<T> {
    const { result } = await this.shop.ask<{ result: T | { errorCode: string; message: string } }>(
      query,
      variables,
    )
    return must<T>(result)
  }
}
