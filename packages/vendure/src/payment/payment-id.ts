import type { Payment } from '@vendure/core'

/** Craftgate's id of the payment; undefined for a payment that is not of ours, or a decline without one. */
export function paymentIdOf({ transactionId }: Pick<Payment, 'transactionId'>): number | undefined {
  return /^\d{1,15}$/.test(transactionId ?? '') ? Number(transactionId) : undefined
}
