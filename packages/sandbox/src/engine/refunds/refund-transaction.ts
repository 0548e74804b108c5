import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { nextId, type SandboxContext } from '../context'
import { METHODS } from '../methods/methods'
import { bankReferences } from '../payments/finish-payment'
import type { Payment, Transaction } from '../payments/payment'
import { refundRefusal } from '../payments/refusal'
import { checkSellerBalances, isSettled } from '../payouts/seller-balance'
import { requireRefundingPos } from '../pos/refunding-pos'
import { moveForRefund } from '../wallets/move-wallet'
import { walletPartOf } from '../wallets/wallet-share'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import type { RefundStatus, TransactionRefund } from './refund'
import { isCancelled, isRefundOf, refundableOf } from './refunded'

export interface TransactionRefundInput {
  readonly payment: Payment
  readonly transaction: Transaction
  /** Minor units of what the card was charged. */
  readonly amount: number
  readonly input: {
    readonly conversationId?: string
    readonly destination: string
    /** The merchant bears what a seller's balance is too small for. */
    readonly chargeFromMe?: boolean
  }
  readonly status: RefundStatus
}

/**
 * Gives part of a transaction back, at most what is left of its paidPrice. Throws MAY_HAVE_ALREADY_REFUNDED above
 * that, a validation error for a payment that cannot be refunded this way, the bank's error when it refuses.
 */
export function refundTransaction(ctx: SandboxContext, request: TransactionRefundInput): TransactionRefund {
  const { payment, transaction, amount, input, status } = request
  const isCharged = checkRefundable(ctx, request)
  requireRefundingPos(ctx, payment, input)
  const id = nextId(ctx, payment.merchant)
  const refund: TransactionRefund = {
    id,
    merchant: payment.merchant,
    paymentId: payment.id,
    transactionId: transaction.id,
    createdAt: ctx.clock.now(),
    conversationId: input.conversationId,
    currency: payment.currency,
    tamperedCurrency: payment.tampered?.currency,
    amount,
    walletAmount: walletPartOf(transaction, {
      before: transaction.paidPrice - refundableOf(ctx, payment, transaction),
      amount,
    }),
    destination: input.destination,
    isAfterSettlement: isSettled(ctx, payment, transaction),
    ...(isCharged && { chargedToMerchant: true }),
    status,
    ...bankReferences(id),
  }
  const refusal = refundRefusal(payment, input)
  if (refusal) Object.assign(refund, { status: 'FAILURE', error: refusal })
  ctx.state.transactionRefunds.push(refund)
  if (refusal) throw ApiError.payment(refusal)
  enqueueTransactionRefundWebhook(ctx, refund)
  return refund
}

/** Throws unless this much of a transaction can go back; answers whether the merchant bears the seller's part. */
export function checkRefundable(
  ctx: SandboxContext,
  {
    payment,
    transaction,
    amount,
    input,
  }: Pick<TransactionRefundInput, 'payment' | 'transaction' | 'amount'> & Partial<TransactionRefundInput>,
): boolean {
  if (payment.status !== 'SUCCESS') throw NOT_REFUNDABLE
  if (amount <= 0) throw INVALID_AMOUNT
  if (isCancelled(ctx, payment)) throw ALREADY_REFUNDED
  if (amount > refundableOf(ctx, payment, transaction)) throw ALREADY_REFUNDED
  return checkSellerBalances(ctx, payment, {
    parts: [{ transaction, amount }],
    chargeFromMe: input?.chargeFromMe,
  })
}

/** Only successful refunds have a webhook. */
export function enqueueTransactionRefundWebhook(ctx: SandboxContext, refund: TransactionRefund): void {
  if (refund.status !== 'SUCCESS') return
  const payment = ctx.state.payments.find((one) => isRefundOf(one)(refund))
  if (payment) moveForRefund(ctx, payment, refund)
  enqueueWebhook(ctx, {
    merchant: refund.merchant,
    eventType: 'REFUND_TX',
    status: 'SUCCESS',
    payloadId: String(refund.id),
  })
}

export const ALREADY_REFUNDED = ApiError.payment(paymentError('MAY_HAVE_ALREADY_REFUNDED'))

export const NOT_REFUNDABLE = ApiError.invalid('4050', {
  tr: 'Başarılı olmayan ödeme iade edilemez',
  en: 'Only a successful payment can be refunded',
})

/** Refuses what can only be refunded as a whole: a pre-authorization, and a method that gives no part back. */
export function requireRefundableInParts(payment: Payment): void {
  refuseIfPreAuthorized(payment)
  if (METHODS[payment.method].refunds === 'whole') throw WHOLE_ONLY
}

/**
 * "A transaction that began as a pre-authorization cannot be refunded by transaction; use the refund of the payment"
 * (developer.craftgate.io/api/payment/pre-auth-post-auth-payment). We read it for captured ones too.
 */
function refuseIfPreAuthorized({ phase }: Payment): void {
  if (phase !== 'AUTH') throw PRE_AUTHORIZED
}

const PRE_AUTHORIZED = ApiError.invalid('4051', {
  tr: 'Ön provizyon kırılımdan iade edilemez, ödeme iadesini kullanınız',
  en: 'A pre-authorization cannot be refunded by transaction; refund the payment',
})

const WHOLE_ONLY = ApiError.invalid('4055', {
  tr: 'Bu ödeme yönteminde yalnızca ödemenin tamamı iade edilebilir',
  en: 'This method of payment can only be refunded as a whole',
})

const INVALID_AMOUNT = ApiError.invalid('4052', {
  tr: 'İade tutarı sıfırdan büyük olmalıdır',
  en: 'The refund must be more than zero',
})
