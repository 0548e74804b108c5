import type { Checkout } from '../engine/checkouts/checkout'
import { type CheckoutState, checkoutState, paidBy } from '../engine/checkouts/find-checkout'
import type { SandboxContext } from '../engine/context'
import type { MethodName } from '../engine/methods/method'
import type { Payment } from '../engine/payments/payment'
import { transactionStatus } from '../engine/payments/transaction-approval'
import type { Payout, SettlementFile } from '../engine/payouts/payout'
import type { Refund, RefundStatus, TransactionRefund } from '../engine/refunds/refund'
import { isCancelled, isReleased, leftOf, refundedOf, refundState } from '../engine/refunds/refunded'
import { exponentOf, toText } from '../money/minor'

/** A payment as a person looks at it. Amounts are decimal text. */
export interface PaymentRow {
  readonly id: number
  readonly merchant: string
  readonly createdAt: Date
  readonly status: Payment['status']
  readonly phase: Payment['phase']
  readonly source: Payment['source']
  readonly threeDS: boolean
  readonly currency: string
  readonly price: string
  readonly paidPrice: string
  readonly refunded: string
  readonly refundable: string
  readonly refundStatus: string
  readonly installment: number
  readonly method: MethodName
  /** Absent where the payment has no card, or no POS. */
  readonly cardBin?: string
  readonly cardLastFour?: string
  readonly posAlias?: string
  readonly conversationId?: string
  readonly externalId?: string
  readonly token?: string
  readonly fraudId?: number
  readonly fraudAction?: 'BLOCK' | 'REVIEW'
  readonly errorGroup?: string
  readonly errorCode?: string
  readonly transactions: readonly {
    readonly id: number
    readonly externalId?: string
    readonly price: string
    readonly paidPrice: string
    readonly status: ReturnType<typeof transactionStatus>
    /** Whose goods it is, and what was agreed that he gets of it. */
    readonly subMerchantMemberId?: number
    readonly subMerchantMemberPrice?: string
  }[]
}

export interface RefundRow {
  readonly id: number
  readonly paymentId: number
  readonly transactionId?: number
  readonly type: 'CANCEL' | 'REFUND'
  readonly status: RefundStatus
  readonly amount: string
  readonly currency: string
  readonly conversationId?: string
  readonly createdAt: Date
  readonly errorGroup?: string
}

export interface CheckoutRow {
  readonly token: string
  readonly merchant: string
  readonly state: CheckoutState
  readonly price: string
  readonly currency: string
  readonly conversationId?: string
  readonly externalId?: string
  readonly paymentId?: number
  readonly createdAt: Date
  readonly expiresAt: Date
}

export interface PayoutRow {
  readonly id: number
  readonly fileId: number
  readonly merchant: string
  readonly type: SettlementFile['type']
  readonly fileStatus: SettlementFile['status']
  readonly payee: Payout['payee']['type']
  /** The seller's, or the merchant's own. */
  readonly memberId: number
  readonly destination: Payout['destination']
  readonly amount: string
  readonly currency: string
  readonly createdAt: Date
  readonly completedAt?: Date
  readonly bounceStatus: Payout['bounceStatus']
  readonly transactionIds: readonly number[]
}

export interface Sums {
  readonly captured: string
  readonly refunded: string
  readonly held: string
}

const text = (minor: number, currency: string) => toText(minor, exponentOf(currency))

export function paymentRow(ctx: SandboxContext, payment: Payment): PaymentRow {
  const money = (minor: number) => text(minor, payment.currency)
  const { id, merchant, status, phase, source, threeDS, currency, installment, conversationId, externalId } =
    payment
  const refunded = refundedOf(ctx, payment)
  return {
    ...{ id, merchant, status, phase, source, threeDS, currency, installment, conversationId, externalId },
    createdAt: new Date(payment.createdAt),
    price: money(payment.price),
    paidPrice: money(payment.paidPrice),
    refunded: money(refunded),
    refundable: money(leftOf(ctx, payment)),
    refundStatus: refundState(payment, refunded, payment.paidPrice),
    method: payment.method,
    cardBin: payment.card?.bin,
    cardLastFour: payment.card?.lastFour,
    posAlias: payment.pos?.alias,
    token: payment.checkoutToken,
    fraudId: payment.fraud?.id,
    fraudAction: payment.fraud?.open ? payment.fraud.action : undefined,
    errorGroup: payment.error?.group,
    errorCode: payment.error?.code,
    transactions: payment.transactions.map((transaction) => ({
      id: transaction.id,
      externalId: transaction.externalId,
      price: money(transaction.price),
      paidPrice: money(transaction.paidPrice),
      status: transactionStatus(payment, transaction),
      subMerchantMemberId: transaction.subMerchantMemberId,
      subMerchantMemberPrice:
        transaction.subMerchantMemberPrice === undefined
          ? undefined
          : money(transaction.subMerchantMemberPrice),
    })),
  }
}

export const refundRow = (refund: Refund | TransactionRefund): RefundRow => ({
  id: refund.id,
  paymentId: refund.paymentId,
  transactionId: 'transactionId' in refund ? refund.transactionId : undefined,
  type: 'transactionId' in refund ? 'REFUND' : 'CANCEL',
  status: refund.status,
  amount: text(refund.amount, refund.currency),
  currency: refund.currency,
  conversationId: refund.conversationId,
  createdAt: new Date(refund.createdAt),
  errorGroup: refund.error?.group,
})

export const checkoutRow = (ctx: SandboxContext, checkout: Checkout): CheckoutRow => ({
  token: checkout.token,
  merchant: checkout.merchant,
  state: checkoutState(ctx, checkout),
  price: text(checkout.price, checkout.currency),
  currency: checkout.currency,
  conversationId: checkout.conversationId,
  externalId: checkout.externalId,
  paymentId: paidBy(ctx, checkout)?.id,
  createdAt: new Date(checkout.createdAt),
  expiresAt: new Date(checkout.expiresAt),
})

/** A payout of a file. Throws when the file is unknown, which is the emulator's mistake. */
export function payoutRow(payout: Payout, file: SettlementFile | undefined): PayoutRow {
  if (!file) throw new Error(`Payout ${payout.id} is in no file`)
  const { id, fileId, merchant, payee, destination, bounceStatus, completedAt } = payout
  return {
    ...{ id, fileId, merchant, type: file.type, fileStatus: file.status, destination, bounceStatus },
    ...{ payee: payee.type, memberId: payee.id, amount: text(payout.amount, payee.currency) },
    ...{ currency: payee.currency, createdAt: new Date(payout.createdAt) },
    completedAt: completedAt === undefined ? undefined : new Date(completedAt),
    transactionIds: payout.rows.map(({ transactionId }) => transactionId),
  }
}

/** Money by currency. A cancelled pre-authorization was never captured, so it is neither captured nor refunded. */
export function sumsOf(ctx: SandboxContext): Record<string, Sums> {
  const successful = ctx.state.payments.filter(({ status }) => status === 'SUCCESS')
  const currencies = [...new Set(successful.map(({ currency }) => currency))]
  return Object.fromEntries(currencies.map((currency) => [currency, sumsIn(ctx, successful, currency)]))
}

function sumsIn(ctx: SandboxContext, payments: readonly Payment[], currency: string): Sums {
  const own = payments.filter((payment) => payment.currency === currency)
  const captured = own.filter(({ phase }) => phase !== 'PRE_AUTH')
  const held = own.filter(
    (payment) => payment.phase === 'PRE_AUTH' && !isCancelled(ctx, payment) && !isReleased(ctx, payment),
  )
  const add = (numbers: readonly number[]) =>
    text(
      numbers.reduce((all, minor) => all + minor, 0),
      currency,
    )
  return {
    captured: add(captured.map(({ paidPrice }) => paidPrice)),
    refunded: add(captured.map((payment) => refundedOf(ctx, payment))),
    held: add(held.map(({ paidPrice }) => paidPrice)),
  }
}
