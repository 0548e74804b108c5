import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { bankDay } from '../clock/istanbul'
import { nextId, type SandboxContext } from '../context'
import { METHODS } from '../methods/methods'
import { bankReferences, fail } from '../payments/finish-payment'
import type { Payment } from '../payments/payment'
import { refundRefusal } from '../payments/refusal'
import { checkSellerBalances, type RefundedPart } from '../payouts/seller-balance'
import { requireRefundingPos } from '../pos/refunding-pos'
import { moveForRefund } from '../wallets/move-wallet'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import type { Refund, RefundStatus, TransactionRefund } from './refund'
import { ALREADY_REFUNDED, NOT_REFUNDABLE, refundTransaction } from './refund-transaction'
import { heldBack, isRefundOf, isReleased, refundableOf } from './refunded'

export interface RefundInput {
  readonly conversationId?: string
  readonly destination: string
  readonly chargeFromMe?: boolean
}

/** A whole refund: one cancellation, or one refund for each transaction. */
export type WholeRefund =
  | { readonly type: 'CANCEL'; readonly refund: Refund }
  | { readonly type: 'REFUND'; readonly refunds: readonly TransactionRefund[] }

/**
 * Gives all that is left of a payment back. Until the bank's day closes, and when nothing went back before, it is a
 * CANCEL; after that a REFUND of each transaction, which has no id of its own
 * (developer.craftgate.io/api/refund/refund-payment). A pre-authorization that was never captured is always a CANCEL:
 * no money was taken that could be refunded (our reading; the portal does not say).
 */
export function refundPayment(ctx: SandboxContext, payment: Payment, input: RefundInput): WholeRefund {
  if (mayCancelUnapproved(payment)) return { type: 'CANCEL', refund: cancelUnapproved(ctx, payment, input) }
  if (payment.status !== 'SUCCESS') throw NOT_REFUNDABLE
  if (payment.deposit) throw DEPOSITED
  if (isReleased(ctx, payment)) throw RELEASED
  if (heldBack(ctx, payment) >= payment.paidPrice) throw ALREADY_REFUNDED
  requireRefundingPos(ctx, payment, input)
  const open = openParts(ctx, payment)
  const isCharged = checkSellerBalances(ctx, payment, { parts: open, chargeFromMe: input.chargeFromMe })
  if (isCancellable(ctx, payment))
    return { type: 'CANCEL', refund: cancel(ctx, payment, { ...input, chargedToMerchant: isCharged }) }
  const status = takeNextStatus(ctx)
  const refunds = open.map((part) => refundTransaction(ctx, { payment, ...part, input, status }))
  return { type: 'REFUND', refunds }
}

/** What is left of each transaction. */
export const openParts = (ctx: SandboxContext, payment: Payment): readonly RefundedPart[] =>
  payment.transactions
    .map((transaction) => ({ transaction, amount: refundableOf(ctx, payment, transaction) }))
    .filter(({ amount }) => amount > 0)

/** The wallet has its own call for that (developer.craftgate.io/api/wallet/create-refund-transaction). */
const DEPOSITED = ApiError.invalid('4054', {
  tr: 'Cüzdana yüklenen para, cüzdan işlemi üzerinden iade edilir',
  en: 'Money loaded into a wallet goes back by a refund of the wallet transaction',
})

/** The bank gave the money back itself when the pre-authorization ran out. */
const RELEASED = ApiError.payment(paymentError('EXPIRED_PROVISION'))

/** Whether a whole refund of a successful payment would be a CANCEL. */
export function isCancellable(ctx: SandboxContext, payment: Payment): boolean {
  if (heldBack(ctx, payment) > 0) return false
  if (payment.phase === 'PRE_AUTH') return true
  if (METHODS[payment.method].refunds === 'parts-once-approved') return false
  return bankDay(payment.capturedAt ?? payment.createdAt) === bankDay(ctx.clock.now())
}

/**
 * "To be cancelled a loan must not have been approved, to be refunded it must" (bnpl-payments/tomfinance, /alfabank). The
 * portal does not say what the payment is then; as no money was taken, it has failed in our reading.
 */
const mayCancelUnapproved = ({ awaits, method }: Payment): boolean =>
  awaits === 'approval' && METHODS[method].refunds === 'parts-once-approved'

function cancelUnapproved(ctx: SandboxContext, payment: Payment, input: RefundInput): Refund {
  const refund = cancel(ctx, payment, input)
  if (refund.status === 'SUCCESS') fail(payment, CANCELLED)
  return refund
}

const CANCELLED = {
  ...paymentError('APM_ERROR'),
  description: { tr: 'Kredi onaylanmadan iptal edildi', en: 'The loan was cancelled before it was approved' },
}

type CancelInput = RefundInput & { readonly chargedToMerchant?: boolean }

function cancel(ctx: SandboxContext, payment: Payment, input: CancelInput): Refund {
  const id = nextId(ctx, payment.merchant)
  const refund: Refund = {
    id,
    merchant: payment.merchant,
    paymentId: payment.id,
    createdAt: ctx.clock.now(),
    conversationId: input.conversationId,
    currency: payment.currency,
    tamperedCurrency: payment.tampered?.currency,
    amount: payment.paidPrice,
    walletAmount: payment.walletPrice,
    destination: input.destination,
    chargedToMerchant: input.chargedToMerchant,
    status: takeNextStatus(ctx),
    type: 'CANCEL',
    ...bankReferences(id),
  }
  const refusal = refundRefusal(payment, input)
  if (refusal) Object.assign(refund, { status: 'FAILURE', error: refusal })
  ctx.state.refunds.push(refund)
  if (refusal) throw ApiError.payment(refusal)
  enqueueRefundWebhook(ctx, refund)
  return refund
}

export function takeNextStatus(ctx: SandboxContext): RefundStatus {
  const status = ctx.faultSettings.nextRefund ?? 'SUCCESS'
  ctx.faultSettings.nextRefund = undefined
  return status
}

/** Only successful refunds of a sale have a webhook. */
export function enqueueRefundWebhook(ctx: SandboxContext, refund: Refund): void {
  const payment = ctx.state.payments.find((one) => isRefundOf(one)(refund))
  if (refund.status !== 'SUCCESS' || payment?.cardVerification) return
  if (payment) moveForRefund(ctx, payment, refund)
  enqueueWebhook(ctx, {
    merchant: refund.merchant,
    eventType: 'REFUND',
    status: 'SUCCESS',
    payloadId: String(refund.id),
  })
}
