import type { OrderView, StorePayment } from '../store'
import { HttpClient } from './http-client'
import { fromMedusa } from './scale'

interface Amount {
  readonly amount: number
}

export interface AdminPayment extends Amount {
  readonly id: string
  readonly currency_code: string
  readonly captured_at: string | null
  readonly canceled_at: string | null
  readonly data: { readonly payment?: number; readonly installment?: number; readonly lastFour?: string }
  readonly captures?: readonly Amount[]
  readonly refunds?: readonly Amount[]
}

export interface AdminOrder {
  readonly id: string
  readonly status: string
  readonly currency_code: string
  readonly total: number
  readonly payment_collections: readonly { readonly payments?: readonly AdminPayment[] }[]
}

interface CraftgateView {
  readonly payments: readonly {
    readonly operations: readonly { readonly kind: string; readonly state: string; readonly amount: string }[]
  }[]
}

const ORDER_FIELDS = [
  'id,status,currency_code,total',
  '*payment_collections.payments',
  '*payment_collections.payments.captures',
  '*payment_collections.payments.refunds',
].join(',')

/** The merchant in Medusa's admin, logged in once. */
export class MedusaMerchant {
  private readonly admin: HttpClient
  private readonly login: HttpClient
  private token?: Promise<string>
  private bearer = ''

  constructor(
    url: () => string,
    private readonly account: { readonly email: string; readonly password: string },
  ) {
    this.login = new HttpClient(url, () => ({}))
    this.admin = new HttpClient(url, () => ({ authorization: `Bearer ${this.bearer}` }))
  }

  async order(id: string): Promise<AdminOrder> {
    await this.enter()
    const path = `/admin/orders/${id}?fields=${ORDER_FIELDS}`
    return (await this.admin.get<{ order: AdminOrder }>(path)).order
  }

  async craftgate(orderId: string): Promise<CraftgateView> {
    await this.enter()
    return this.admin.get<CraftgateView>(`/admin/craftgate/orders/${orderId}?lang=tr`)
  }

  async post<T>(path: string, body?: unknown): Promise<T> {
    await this.enter()
    return this.admin.post<T>(path, body)
  }

  async get<T>(path: string): Promise<T> {
    await this.enter()
    return this.admin.get<T>(path)
  }

  async delete<T>(path: string): Promise<T> {
    await this.enter()
    return this.admin.delete<T>(path)
  }

  private async enter(): Promise<void> {
    this.token ??= this.login.post<{ token: string }>('/auth/user/emailpass', this.account).then((answer) => {
      this.bearer = answer.token
      return answer.token
    })
    await this.token
  }
}

export const paymentsOf = (order: AdminOrder): AdminPayment[] =>
  order.payment_collections.flatMap(({ payments }) => payments ?? [])

const isCaptured = ({ captures = [] }: AdminPayment): boolean => captures.length > 0

export function viewOf(order: AdminOrder, { payments: asked }: CraftgateView): OrderView {
  const payments = paymentsOf(order)
  const minor = (amount: number) => fromMedusa(amount, order.currency_code)
  const sum = (amounts: readonly Amount[]) => amounts.reduce((total, { amount }) => total + minor(amount), 0)
  // A capture of less releases the rest at the bank; Medusa has no word for that.
  const held = payments.filter((payment) => !payment.canceled_at && !isCaptured(payment))
  const [authorized, paid] = [sum(held), sum(payments.flatMap(({ captures }) => captures ?? []))]
  const pending = asked
    .flatMap(({ operations }) => operations)
    .filter(({ kind, state }) => kind === 'refund' && ['waiting', 'unknown', 'planned'].includes(state))
  return {
    state:
      order.status === 'canceled' ? 'cancelled' : paid > 0 ? 'paid' : authorized > 0 ? 'authorized' : 'open',
    total: minor(order.total),
    authorized,
    paid,
    refunded: sum(payments.flatMap(({ refunds }) => refunds ?? [])),
    refundPending: pending.reduce((total, { amount }) => total + minor(Number(amount)), 0),
    payments: payments.map((payment) => paymentView(payment, minor)),
  }
}

function paymentView(payment: AdminPayment, minor: (amount: number) => number): StorePayment {
  const { id, amount, canceled_at, data } = payment
  return {
    id,
    state: canceled_at ? 'Cancelled' : isCaptured(payment) ? 'Settled' : 'Authorized',
    amount: minor(amount),
    craftgateId: data.payment,
    installment: data.installment,
    lastFour: data.lastFour,
  }
}
