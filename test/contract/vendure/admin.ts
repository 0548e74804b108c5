import { GraphqlClient } from '../graphql'
import type { OrderView, RefundView, StorePayment } from '../store'
import * as queries from './admin-queries'
import { fromVendure } from './scale'

interface AdminPayment {
  readonly id: string
  readonly state: string
  readonly amount: number
  readonly transactionId: string | null
  readonly metadata: {
    readonly payment?: number
    readonly installment?: number
    readonly lastFour?: string
  }
  readonly refunds: readonly { readonly id: string; readonly state: string; readonly total: number }[]
}

export interface AdminOrder {
  readonly state: string
  readonly currencyCode: string
  readonly totalWithTax: number
  readonly payments: readonly AdminPayment[]
}

export interface Answered {
  readonly ok: boolean
  readonly reason?: string
}

const REFUND_STATES: Readonly<Record<string, RefundView['state']>> = {
  Settled: 'done',
  Pending: 'pending',
  Failed: 'failed',
}

/** The merchant in the administration, logged in once. */
export class Administration {
  private readonly api: GraphqlClient
  private loggedIn: Promise<unknown> | undefined

  constructor(
    url: () => string,
    private readonly login: { readonly username: string; readonly password: string },
    channel?: string,
  ) {
    this.api = new GraphqlClient(
      () => `${url()}/admin-api?languageCode=tr`,
      channel ? { 'vendure-token': channel } : {},
    )
  }

  async order(id: string): Promise<AdminOrder> {
    const { order } = await this.ask<{ order: AdminOrder | null }>(queries.ORDER, { id })
    if (!order) throw new Error(`No order ${id}`)
    return order
  }

  async say(query: string, variables: Record<string, unknown>): Promise<Answered> {
    const { result } = await this.ask<{
      result: { __typename: string; message?: string; paymentErrorMessage?: string; state?: string }
    }>(query, variables)
    const ok = result.__typename === 'Payment'
    return { ok, reason: ok ? undefined : (result.paymentErrorMessage ?? result.message) }
  }

  async refund(input: Record<string, unknown>, currency: string): Promise<RefundView> {
    const { result } = await this.ask<{
      result: {
        __typename: string
        message?: string
        state?: string
        total?: number
        metadata?: { reason?: string }
      }
    }>(queries.REFUND, { input })
    const state = REFUND_STATES[result.state ?? '']
    if (!state) return { state: 'failed', amount: 0, reason: result.message }
    return { state, amount: fromVendure(result.total ?? 0, currency), reason: result.metadata?.reason }
  }

  async ask<T>(query: string, variables: Record<string, unknown> = {}): Promise<T> {
    this.loggedIn ??= this.api.ask(queries.LOGIN, { ...this.login })
    await this.loggedIn
    return this.api.ask<T>(query, variables)
  }
}

const STATES: Readonly<Record<string, OrderView['state']>> = {
  PaymentAuthorized: 'authorized',
  PaymentSettled: 'paid',
  Cancelled: 'cancelled',
}

export function viewOf(order: AdminOrder): OrderView {
  const amount = (value: number) => fromVendure(value, order.currencyCode)
  const sum = (states: string[]) =>
    amount(
      order.payments
        .filter(({ state }) => states.includes(state))
        .reduce((total, each) => total + each.amount, 0),
    )
  const refunds = order.payments.flatMap((payment) => payment.refunds)
  const refunded = (state: string) =>
    amount(refunds.filter((each) => each.state === state).reduce((total, each) => total + each.total, 0))
  return {
    state: STATES[order.state] ?? 'open',
    total: amount(order.totalWithTax),
    authorized: sum(['Authorized']),
    paid: sum(['Settled']),
    refunded: refunded('Settled'),
    refundPending: refunded('Pending'),
    payments: order.payments.map((payment) => paymentOf(payment, amount)),
  }
}

function paymentOf(payment: AdminPayment, amount: (value: number) => number): StorePayment {
  return {
    id: payment.id,
    state: payment.state,
    amount: amount(payment.amount),
    craftgateId: payment.metadata.payment,
    installment: payment.metadata.installment,
    lastFour: payment.metadata.lastFour,
  }
}
