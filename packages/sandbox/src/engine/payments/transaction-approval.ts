import { milliseconds } from '@craftgate-commerce/emulator-kit'
import type { Sentence } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import { refundedOfTransaction } from '../refunds/refunded'
import type { Payment, Transaction } from './payment'

/** A seller's product waits until the merchant approves it (developer.craftgate.io/marketplace); nothing else does. */
export const needsApproval = ({ paymentGroup }: Payment, { subMerchantMemberId }: Transaction): boolean =>
  paymentGroup === 'PRODUCT' && subMerchantMemberId !== undefined

export const transactionStatus = (
  payment: Payment,
  transaction: Transaction,
): 'WAITING_FOR_APPROVAL' | 'APPROVED' | 'PAYOUT_STARTED' => {
  if (transaction.payoutStarted) return 'PAYOUT_STARTED'
  return needsApproval(payment, transaction) && !transaction.approved ? 'WAITING_FOR_APPROVAL' : 'APPROVED'
}

/** When the money of a transaction may be paid out; the days of a pre-authorization count from its capture (our reading). */
export const blockageResolvedAt = (payment: Payment, transaction?: Transaction): number =>
  transaction?.blockageResolvedAt ??
  (payment.capturedAt ?? payment.createdAt) +
    milliseconds({ days: transaction?.blockageDay ?? payment.blockageDay ?? 0 })

/** When all of a payment's money may be: the latest of its transactions (our reading); a deposit has none. */
export function paymentResolvedAt(payment: Payment): number {
  if (payment.transactions.length === 0) return blockageResolvedAt(payment)
  return Math.max(...payment.transactions.map((transaction) => blockageResolvedAt(payment, transaction)))
}

/** A transaction, with the payment that it belongs to. */
export interface OwnTransaction {
  readonly payment: Payment
  readonly transaction: Transaction
}

/** Why the approval of a transaction cannot be given or taken back now; nothing where it can. */
export function approvalObstacle(
  ctx: SandboxContext,
  { payment, transaction }: OwnTransaction,
  wanted: boolean,
): Sentence | undefined {
  if (payment.status !== 'SUCCESS') return NOT_PAID
  if (refundedOfTransaction(ctx, payment, transaction) >= transaction.paidPrice) return REFUNDED
  if (!needsApproval(payment, transaction)) return NEEDS_NONE
  if (transaction.payoutStarted) return PAYOUT_STARTED
  if ((transaction.approved ?? false) === wanted) return wanted ? APPROVED_BEFORE : NOT_APPROVED
  return undefined
}

const NOT_PAID = { tr: 'Ödeme başarılı değil', en: 'The payment is not successful' }
const REFUNDED = { tr: 'Ödeme kırılımı iade edilmiş', en: 'The transaction was refunded' }
const NEEDS_NONE = {
  tr: 'Ödeme kırılımı onay gerektirmiyor',
  en: 'Only a seller’s product waits for an approval',
}
const PAYOUT_STARTED = {
  tr: 'Ödeme kırılımı için para gönderimi başlamış',
  en: 'The payout of the transaction has begun',
}
const APPROVED_BEFORE = { tr: 'Ödeme kırılımı daha önce onaylanmış', en: 'It was approved before' }
const NOT_APPROVED = { tr: 'Ödeme kırılımına onay verilmemiş', en: 'It was not approved' }
