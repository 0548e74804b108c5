import { ApiError } from '../../errors/api-error'
import type { SandboxContext } from '../context'
import type { Payment, Transaction } from './payment'

/** A payment of this merchant. Throws a validation error when there is none, or when it is somebody else's. */
export function requirePayment(ctx: SandboxContext, merchant: string, id: number): Payment {
  const payment = ctx.state.payments.find(
    (candidate) => candidate.id === id && candidate.merchant === merchant,
  )
  if (payment) return payment
  throw ApiError.invalid('4001', { tr: 'Ödeme bulunamadı', en: 'The payment was not found' })
}

/** The payment that has this transaction. Throws like `requirePayment`. */
export function requireTransaction(
  ctx: SandboxContext,
  merchant: string,
  id: number,
): { payment: Payment; transaction: Transaction } {
  for (const payment of ctx.state.payments) {
    const transaction =
      payment.merchant === merchant && payment.transactions.find((candidate) => candidate.id === id)
    if (transaction) return { payment, transaction }
  }
  throw ApiError.invalid('4002', {
    tr: 'Ödeme kırılımı bulunamadı',
    en: 'The payment transaction was not found',
  })
}
