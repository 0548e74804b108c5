import { GraphqlClient, must } from './graphql'

export interface MerchantOrder {
  readonly id: string
  readonly state: string
  readonly totalWithTax: number
  readonly lines: readonly {
    readonly id: string
    readonly quantity: number
    readonly proratedUnitPriceWithTax: number
  }[]
  readonly payments: readonly MerchantPayment[]
}

export interface MerchantPayment {
  readonly id: string
  readonly state: string
  readonly amount: number
  readonly refunds: readonly { readonly state: string; readonly total: number }[]
}

export interface Refunded {
  readonly state: string
  readonly total: number
  readonly metadata: { readonly reason?: string }
}

interface RefundInput {
  readonly paymentId: string
  readonly amount: number
  readonly lines?: readonly { readonly orderLineId: string; readonly quantity: number }[]
  readonly reason: string
}

const ERROR = '... on ErrorResult { errorCode message }'
const LOGIN = `mutation ($username: String!, $password: String!) {
  result: login(username: $username, password: $password) { __typename ${ERROR} ... on CurrentUser { id } }
}`
const ORDER = `query ($code: String!) { orders(options: { filter: { code: { eq: $code } } }) { items {
  id state totalWithTax
  lines { id quantity proratedUnitPriceWithTax }
  payments { id state amount refunds { state total } }
} } }`
const SETTLE = `mutation ($id: ID!) {
  result: settlePayment(id: $id) { __typename ${ERROR} ... on Payment { id state amount } }
}`
const REFUND = `mutation ($input: RefundOrderInput!) {
  result: refundOrder(input: $input) { __typename ${ERROR} ... on Refund { state total metadata } }
}`

/** Whoever runs the shop: the Admin API, nothing else. */
export class Merchant {
  private constructor(private readonly admin: GraphqlClient) {}

  static async login(adminApi: string, username: string, password: string): Promise<Merchant> {
    const admin = new GraphqlClient(adminApi)
    const merchant = new Merchant(admin)
    await merchant.change(LOGIN, { username, password })
    return merchant
  }

  async order(code: string): Promise<MerchantOrder> {
    const { orders } = await this.admin.ask<{ orders: { items: MerchantOrder[] } }>(ORDER, { code })
    const [order] = orders.items
    if (!order) throw new Error(`The merchant sees no order ${code}`)
    return order
  }

  settle(id: string): Promise<{ readonly state: string; readonly amount: number }> {
    return this.change(SETTLE, { id })
  }

  refund({ lines = [], ...input }: RefundInput): Promise<Refunded> {
    return this.change(REFUND, { input: { ...input, lines, shipping: 0, adjustment: 0 } })
  }

  private async change<T extends object>(query: string, variables: Record<string, unknown>): Promise<T> {
    const { result } = await this.admin.ask<{ result: T | { errorCode: string; message: string } }>(
      query,
      variables,
    )
    return must<T>(result)
  }
}
