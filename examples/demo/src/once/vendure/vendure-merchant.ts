import type { Merchant, Refund, Sale } from '../shop'
import { GraphqlClient, must } from './graphql'

interface VendureOrder {
  readonly state: string
  readonly lines: readonly {
    readonly id: string
    readonly quantity: number
    readonly proratedUnitPriceWithTax: number
  }[]
  readonly payments: readonly VendurePayment[]
}

interface VendurePayment {
  readonly id: string
  readonly state: string
  readonly amount: number
  readonly refunds: readonly { readonly state: string; readonly total: number }[]
}

interface RefundInput {
  readonly amount: number
  readonly lines?: readonly { readonly orderLineId: string; readonly quantity: number }[]
  readonly reason: string
}

const ERROR = '... on ErrorResult { errorCode message }'
const LOGIN = `mutation ($username: String!, $password: String!) {
  result: login(username: $username, password: $password) { __typename ${ERROR} ... on CurrentUser { id } }
}`
const ORDER = `query ($code: String!) { orders(options: { filter: { code: { eq: $code } } }) { items {
  state
  lines { id quantity proratedUnitPriceWithTax }
  payments { id state amount refunds { state total } }
} } }`
const SETTLE = `mutation ($id: ID!) {
  result: settlePayment(id: $id) { __typename ${ERROR} ... on Payment { id } }
}`
const REFUND = `mutation ($input: RefundOrderInput!) {
  result: refundOrder(input: $input) { __typename ... on Refund { state total metadata } ${ERROR} }
}`

/** Refusals that say: that much is not there to give back. */
const TOO_MUCH = ['REFUND_AMOUNT_ERROR']

const STATES: Readonly<Record<string, Sale['state']>> = {
  PaymentAuthorized: 'authorized',
  PaymentSettled: 'paid',
}

type Result<T> = { readonly result: T | { readonly errorCode: string; readonly message: string } }

/** Whoever runs the Vendure shop: the Admin API, nothing else. */
export class VendureMerchant implements Merchant {
  private constructor(private readonly admin: GraphqlClient) {}

  static async login(adminApi: string, username: string, password: string): Promise<VendureMerchant> {
    const admin = new GraphqlClient(adminApi)
    const { result } = await admin.ask<Result<object>>(LOGIN, { username, password })
    must(result)
    return new VendureMerchant(admin)
  }

  async sale(code: string): Promise<Sale> {
    const { state, payments } = await this.order(code)
    const amounts = (of: string) =>
      sum(payments.filter((each) => each.state === of).map(({ amount }) => amount))
    const refunds = payments.flatMap((payment) => payment.refunds)
    return {
      state: STATES[state] ?? 'other',
      authorized: amounts('Authorized'),
      captured: amounts('Settled'),
      refunded: sum(refunds.filter((each) => each.state === 'Settled').map(({ total }) => total)),
    }
  }

  async capture(code: string): Promise<void> {
    const { id } = paymentOf(await this.order(code), 'Authorized')
    const { result } = await this.admin.ask<Result<object>>(SETTLE, { id })
    must(result)
  }

  async refundMug(code: string): Promise<Refund> {
    const { lines } = await this.order(code)
    const line = lines.find(({ quantity }) => quantity === 2)
    if (!line) throw new Error('The order has no line of 2 pieces')
    return this.refundBy(code, {
      amount: line.proratedUnitPriceWithTax,
      lines: [{ orderLineId: line.id, quantity: 1 }],
      reason: 'Kupa kırık geldi',
    })
  }

  refund(code: string, amount: number): Promise<Refund> {
    return this.refundBy(code, { amount, reason: 'Müşteri vazgeçti' })
  }

  private async refundBy(code: string, { lines = [], ...input }: RefundInput): Promise<Refund> {
    const { id: paymentId } = paymentOf(await this.order(code), 'Settled')
    type Refunded = { readonly state: string; readonly total: number; readonly metadata: { reason?: string } }
    const { result } = await this.admin.ask<Result<Refunded>>(REFUND, {
      input: { ...input, paymentId, lines, shipping: 0, adjustment: 0 },
    })
    if ('errorCode' in result && TOO_MUCH.includes(result.errorCode))
      return { done: false, refusal: result.message }
    const { state, total, metadata } = must<Refunded>(result)
    if (state !== 'Settled') throw new Error(`The refund is ${state}: ${metadata.reason ?? ''}`)
    return { done: true, amount: total }
  }

  private async order(code: string): Promise<VendureOrder> {
    const { orders } = await this.admin.ask<{ orders: { items: VendureOrder[] } }>(ORDER, { code })
    const [order] = orders.items
    if (!order) throw new Error(`The merchant sees no order ${code}`)
    return order
  }
}

function paymentOf({ payments }: VendureOrder, state: string): VendurePayment {
  const payment = payments.find((each) => each.state === state)
  const states = payments.map((each) => each.state).join(', ')
  if (!payment) throw new Error(`No payment is ${state}: ${states || 'none at all'}`)
  return payment
}

const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0)
