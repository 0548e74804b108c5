import { randomUUID } from 'node:crypto'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { CraftgateError, type CraftgateErrorKind } from '../errors'
import { scriptedClient } from './scripted-client'

type Init = RequestBody<'initCheckoutPayment'>

interface Page {
  readonly init: Init
  dead: boolean
  payment?: Readonly<Record<string, unknown>>
  report?: Readonly<Record<string, unknown>>
}

const refusal = (kind: CraftgateErrorKind, code: string): CraftgateError =>
  new CraftgateError({
    kind,
    code,
    message: `scripted ${code}`,
    retry: kind === 'unavailable' ? 'same-key' : 'no',
    merchantMessage: { tr: code, en: code },
  })

/** Craftgate's hosted page as tests script it: pages by token, payments set by hand, an outage at will. */
export class ScriptedCraftgate {
  readonly pages = new Map<string, Page>()
  /** Craftgate's local time, without a zone. */
  tokenExpireDate = '2030-01-01T00:00:00'
  readonly calls: string[] = []
  /** The payment of each refund, by the refund's id. */
  readonly refunds = new Map<number, number>()
  /** Poses on Autopilot. */
  readonly poses: { readonly alias: string; readonly autopilotState: object }[] = []
  /** Every call throws this as long as it is set. */
  problem?: CraftgateError
  /** Runs before each call is answered; tests make calls wait for each other with it. */
  before: (call: string) => Promise<void> = async () => {}
  private nextId = 1000

  /** The idempotency keys of calls that changed something, in order. */
  readonly keys: (string | undefined)[] = []

  readonly client: CraftgateClient = scriptedClient({
    initCheckoutPayment: ({ body }, limits) => {
      this.keys.push(limits?.idempotencyKey)
      return this.call('init', () => this.init(body))
    },
    retrieveCheckoutPayment: ({ path }) => this.call('retrieve', () => this.retrieve(path.token)),
    expireCheckoutPayment: ({ path }, limits) => {
      this.keys.push(limits?.idempotencyKey)
      return this.call('expire', () => this.expire(path.token))
    },
    retrievePayment: ({ path }) => this.call('retrievePayment', () => this.byId(path.id)),
    retrievePaymentRefund: ({ path }) => this.call('refund', () => this.refund(path.refundId)),
    retrievePaymentTransactionRefund: ({ path }) =>
      this.call('refund', () => this.refund(path.paymentTransactionRefundId)),
    searchMerchantPoses: () =>
      this.call('poses', () => ({
        items: this.poses.map((pos, id) => ({ id, status: 'AUTOPILOT', ...pos })),
      })),
    retrievePaymentReport: ({ path }) => this.call('report', () => this.report(path.paymentId)),
    // Nothing was declined on a page before it was paid.
    searchPayments: () => ({ items: [] }),
  })

  goDown(): void {
    this.refuse('unavailable', 'network')
  }

  rejectKeys(): void {
    this.refuse('unauthorized', '401')
  }

  refuse(kind: CraftgateErrorKind, code: string): void {
    this.problem = refusal(kind, code)
  }

  recover(): void {
    this.problem = undefined
  }

  /** The shopper pays this page; `over` replaces fields of the payment. Answers the payment's id. */
  pay(token: string, over: Readonly<Record<string, unknown>> = {}): number {
    const page = this.page(token)
    const { price, currency, conversationId, externalId, paymentPhase } = page.init
    const paid = { price, paidPrice: price, currency, conversationId, externalId, paymentPhase }
    page.payment = { id: this.nextId++, ...paid, paymentStatus: 'SUCCESS', installment: 1, ...over }
    return Number(page.payment.id)
  }

  decline(token: string, errorGroup = 'NOT_SUFFICIENT_FUNDS'): number {
    return this.pay(token, { paymentStatus: 'FAILURE', paymentError: { errorCode: '10051', errorGroup } })
  }

  page(token: string | undefined): Page {
    const page = this.pages.get(token ?? '')
    if (page === undefined) throw new Error('No such page')
    return page
  }

  /** The payment of this page as the report tells it beside the page, e.g. that a part of it was refunded. */
  reportAs(token: string, over: Readonly<Record<string, unknown>>): void {
    this.page(token).report = over
  }

  private async call<T>(name: string, work: () => T): Promise<T> {
    this.calls.push(name)
    await this.before(name)
    if (this.problem) throw this.problem
    return work()
  }

  private init(init: Init) {
    const token = randomUUID()
    this.pages.set(token, { init, dead: false })
    return { token, pageUrl: `https://pay.example.com/${token}?x=1`, tokenExpireDate: this.tokenExpireDate }
  }

  private retrieve(token: string) {
    const { payment } = this.page(token)
    if (payment === undefined) throw refusal('invalid-request', '5080')
    return structuredClone(payment)
  }

  private expire(token: string): void {
    const page = this.page(token)
    const paid = page.payment?.paymentStatus === 'SUCCESS'
    if (paid || page.dead) throw refusal('invalid-request', '5081')
    page.dead = true
  }

  private refund(id: number) {
    const paymentId = this.refunds.get(id)
    if (paymentId === undefined) throw refusal('invalid-request', '5083')
    return { id, paymentId, status: 'SUCCESS' }
  }

  private byId(id: number) {
    return structuredClone(this.paid(id).payment)
  }

  private report(id: number) {
    const { payment, report } = this.paid(id)
    return structuredClone({ refundStatus: 'NOT_REFUNDED', refunds: [], ...payment, ...report })
  }

  private paid(id: number): Page {
    const page = [...this.pages.values()].findLast(({ payment }) => payment?.id === id)
    if (page === undefined) throw refusal('invalid-request', '5082')
    return page
  }
}
