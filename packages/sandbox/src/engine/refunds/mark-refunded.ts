import { ApiError } from '../../errors/api-error'
import { nextId, type SandboxContext } from '../context'
import type { Payment, Transaction } from '../payments/payment'
import { checkSellerBalances, isSettled } from '../payouts/seller-balance'
import type { TransactionRefund } from './refund'
import { openParts } from './refund-payment'
import {
  ALREADY_REFUNDED,
  checkRefundable,
  enqueueTransactionRefundWebhook,
  NOT_REFUNDABLE,
} from './refund-transaction'

interface Marking {
  readonly payment: Payment
  readonly transaction: Transaction
  /** Minor units of what was charged. */
  readonly amount: number
  readonly conversationId?: string
  /** The merchant bears what a seller's balance is too small for. */
  readonly chargeFromMe?: boolean
}

/**
 * Records money that the merchant gave back outside of Craftgate: no bank or provider is asked, so nobody's rule about
 * parts holds, and there are no references. That it has a webhook as any refund has is our reading; no page of the portal
 * describes the call. Throws like a refund.
 */
export function markTransactionRefunded(ctx: SandboxContext, marking: Marking): TransactionRefund {
  const { payment, transaction, amount, conversationId, chargeFromMe } = marking
  const input = { destination: 'PROVIDER', chargeFromMe }
  const isCharged = checkRefundable(ctx, { payment, transaction, amount, input })
  if (payment.phase === 'PRE_AUTH') throw NOT_CAPTURED
  const refund: TransactionRefund = {
    ...{ id: nextId(ctx, payment.merchant), merchant: payment.merchant, paymentId: payment.id },
    ...{ transactionId: transaction.id, createdAt: ctx.clock.now(), conversationId, amount },
    ...{ currency: payment.currency, tamperedCurrency: payment.tampered?.currency },
    isAfterSettlement: isSettled(ctx, payment, transaction),
    ...(isCharged && { chargedToMerchant: true }),
    ...{ destination: 'PROVIDER', status: 'SUCCESS', authCode: '', hostReference: '', transId: '' },
  }
  ctx.state.transactionRefunds.push(refund)
  enqueueTransactionRefundWebhook(ctx, refund)
  return refund
}

/** Marks all that is left of a payment. Throws like a refund. */
export function markPaymentRefunded(
  ctx: SandboxContext,
  payment: Payment,
  input: Pick<Marking, 'conversationId' | 'chargeFromMe'>,
): readonly TransactionRefund[] {
  if (payment.status !== 'SUCCESS') throw NOT_REFUNDABLE
  const open = openParts(ctx, payment)
  if (open.length === 0) throw ALREADY_REFUNDED
  checkSellerBalances(ctx, payment, { parts: open, chargeFromMe: input.chargeFromMe })
  return open.map((one) => markTransactionRefunded(ctx, { payment, ...input, ...one }))
}

const NOT_CAPTURED = ApiError.invalid('4057', {
  tr: 'Tutarı henüz alınmamış ön provizyon iade edilmiş sayılamaz',
  en: 'Nothing was taken of a pre-authorization that could have gone back',
})
