import { postAuth } from '../engine/captures/post-auth'
import type { SandboxContext } from '../engine/context'
import type { Payment } from '../engine/payments/payment'
import type { Refund, TransactionRefund } from '../engine/refunds/refund'
import { isCancellable, refundPayment, takeNextStatus } from '../engine/refunds/refund-payment'
import { refundTransaction, requireRefundableInParts } from '../engine/refunds/refund-transaction'
import { refundableOf } from '../engine/refunds/refunded'
import { exponentOf, toMinor } from '../money/minor'
import { type PaymentRow, paymentRow, type RefundRow, refundRow } from './rows'

interface PanelOptions {
  /** Whose payment, where two merchants' ids meet. */
  readonly apiKey?: string
  /** The webhook of this one action is never sent. */
  readonly loseWebhook?: boolean
}

export interface PanelRefund extends PanelOptions {
  /** Decimal text in the payment's currency, of what the card was charged; without it, all that is left. */
  readonly amount?: string
  /** The one basket item to refund; without it, items in their order until the amount is reached. */
  readonly transactionId?: number
}

export interface PanelCapture extends PanelOptions {
  /** Decimal text, within the POS's margin; without it, the authorized amount. */
  readonly amount?: string
}

/**
 * What a merchant does to a payment in Craftgate's own panel: by its id, behind the back of the shop. Rules, webhooks
 * and switches are those of the API's refunds and captures, but nothing carries a conversationId or an idempotency key,
 * and no request is recorded. Each method throws an Error with Craftgate's sentence when the panel would refuse.
 */
export interface MerchantPanel {
  /** Cancels a payment of the bank's day of which nothing went back, or a pre-authorization that was not captured. */
  cancel(paymentId: number, options?: PanelOptions): readonly RefundRow[]
  /** Refunds a payment whole (on the bank's day that is a cancellation), or in part; one row for each item refunded. */
  refund(paymentId: number, options?: PanelRefund): readonly RefundRow[]
  /** Captures a pre-authorization. */
  capture(paymentId: number, options?: PanelCapture): PaymentRow
}

const BY_HAND = { destination: 'PROVIDER' }

/** `changed` is called after everything that changed the state. */
export function createMerchantPanel(ctx: SandboxContext, changed: () => void): MerchantPanel {
  const act = <T>(paymentId: number, options: PanelOptions, work: (payment: Payment) => T): T => {
    const before = ctx.state.webhooks.length
    const done = work(find(ctx, paymentId, options.apiKey))
    if (options.loseWebhook) for (const event of ctx.state.webhooks.slice(before)) event.state = 'lost'
    changed()
    return done
  }
  return {
    cancel: (paymentId, options = {}) =>
      act(paymentId, options, (payment) => {
        if (payment.status === 'SUCCESS' && !isCancellable(ctx, payment)) throw new Error(NO_CANCEL)
        return wholly(ctx, payment).map(refundRow)
      }),
    refund: (paymentId, options = {}) =>
      act(paymentId, options, (payment) => {
        const { amount, transactionId } = options
        const isWhole = amount === undefined && transactionId === undefined
        return (isWhole ? wholly(ctx, payment) : inPart(ctx, payment, options)).map(refundRow)
      }),
    capture: (paymentId, options = {}) =>
      act(paymentId, options, (payment) => {
        const { amount } = options
        postAuth(ctx, payment, amount === undefined ? undefined : minorOf(payment, amount))
        return paymentRow(ctx, payment)
      }),
  }
}

function find({ state }: SandboxContext, wanted: number, apiKey: string | undefined): Payment {
  const payment = state.payments.find(
    ({ id, merchant }) => id === wanted && (apiKey === undefined || merchant === apiKey),
  )
  if (!payment) throw new Error(`There is no payment ${wanted}`)
  return payment
}

const NO_CANCEL = 'Only a payment of today of which nothing went back is cancelled; refund it'

function wholly(ctx: SandboxContext, payment: Payment): readonly (Refund | TransactionRefund)[] {
  const whole = refundPayment(ctx, payment, BY_HAND)
  return whole.type === 'CANCEL' ? [whole.refund] : whole.refunds
}

/** Refuses before anything goes back, so that an amount is refunded as a whole or not at all. */
function inPart(ctx: SandboxContext, payment: Payment, { amount, transactionId }: PanelRefund) {
  requireRefundableInParts(payment)
  const items = payment.transactions
    .filter(({ id }) => transactionId === undefined || id === transactionId)
    .map((transaction) => ({ transaction, left: refundableOf(ctx, payment, transaction) }))
  const refundable = items.reduce((sum, { left }) => sum + left, 0)
  let wanted = amount === undefined ? refundable : minorOf(payment, amount)
  if (wanted <= 0 || wanted > refundable) throw new Error(`No such amount can be refunded of ${payment.id}`)
  const status = takeNextStatus(ctx)
  const refunds: TransactionRefund[] = []
  for (const { transaction, left } of items) {
    const part = Math.min(left, wanted)
    if (part === 0) continue
    refunds.push(refundTransaction(ctx, { payment, transaction, amount: part, input: BY_HAND, status }))
    wanted -= part
  }
  return refunds
}

function minorOf({ currency }: Payment, amount: string): number {
  const minor = toMinor(amount, exponentOf(currency))
  if (minor === undefined) throw new Error(`amount: "${amount}" is not an amount of ${currency}`)
  return minor
}
