import { unitsOf } from '../money'
import type { Basket, Begun, Bought, Customer } from '../shop'
import { GraphqlClient, must } from './graphql'

interface VendureOrder {
  readonly code: string
  readonly totalWithTax: number
}

interface VendureCheckout {
  readonly orderCode: string
  readonly installment: number | null
  readonly paidPrice: string | null
  readonly interest: string | null
  readonly paidWith: string | null
}

const SHIPPING_CODES = { standard: 'yurtici-kargo', free: 'ucretsiz-kargo' } as const
const METHODS = { AUTH: 'craftgate', PRE_AUTH: 'craftgate-on-provizyon' } as const

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
  result: setOrderShippingMethod(shippingMethodId: $ids) { __typename ${ERROR} ... on Order { code totalWithTax } }
}`
const BEGIN = `mutation ($method: String!) {
  result: createCraftgateCheckout(input: { paymentMethodCode: $method }) {
    __typename ${ERROR} ... on CraftgateCheckout { reference payLink }
  }
}`
const STATUS = `query ($reference: String!) { craftgateCheckout(reference: $reference) {
  orderCode installment paidPrice interest paidWith
} }`
const ORDER = `query ($code: String!) { orderByCode(code: $code) { code totalWithTax } }`

/** Somebody in a Vendure shop: the Shop API, nothing else. */
export class VendureCustomer implements Customer {
  private readonly shop: GraphqlClient

  constructor(shopApi: string) {
    this.shop = new GraphqlClient(shopApi, { 'vendure-token': 'turkiye' })
  }

  async fill({ goods, coupon, shipping }: Basket): Promise<number> {
    const ids = await this.variantIds()
    for (const [sku, quantity] of Object.entries(goods))
      await this.change(ADD, { id: ids.get(sku), quantity })
    if (coupon) await this.change(COUPON, { code: coupon })
    await this.change(CUSTOMER)
    await this.change(ADDRESS)
    const answer = await this.shop.ask<{ eligibleShippingMethods: { id: string; code: string }[] }>(SHIPPING)
    const method = answer.eligibleShippingMethods.find(({ code }) => code === SHIPPING_CODES[shipping])
    if (!method) throw new Error(`Shipping ${SHIPPING_CODES[shipping]} is not offered`)
    return (await this.change<VendureOrder>(SHIP, { ids: [method.id] })).totalWithTax
  }

  begin(phase: 'AUTH' | 'PRE_AUTH'): Promise<Begun> {
    return this.change<Begun>(BEGIN, { method: METHODS[phase] })
  }

  async bought(reference: string): Promise<Bought> {
    const { craftgateCheckout } = await this.shop.ask<{ craftgateCheckout: VendureCheckout | null }>(STATUS, {
      reference,
    })
    const { orderCode, paidWith, ...facts } = must(craftgateCheckout)
    const { orderByCode } = await this.shop.ask<{ orderByCode: VendureOrder | null }>(ORDER, {
      code: orderCode,
    })
    return {
      order: orderCode,
      number: orderCode,
      total: must(orderByCode).totalWithTax,
      installment: facts.installment ?? 1,
      paidPrice: unitsOf(facts.paidPrice ?? ''),
      interest: unitsOf(facts.interest ?? ''),
      paidWith: paidWith ?? '',
    }
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
