import { rateOf } from '../../money/share'
import type { Payment, Transaction } from '../payments/payment'

/** What the bank charged, and keeps its part of. */
export const byCard = ({ paidPrice, walletPrice = 0 }: Transaction): number => paidPrice - walletPrice

/** Minor units. */
export interface Shares {
  readonly seller: number
  readonly merchant: number
}

/**
 * What the bank pays out is shared between the seller, who gets the price that was agreed for the item, and the
 * merchant, who gets the rest and bears the bank's commission (developer.craftgate.io/marketplace).
 */
export function sharesOf({ bankRate }: Payment, transaction: Transaction): Shares {
  const seller = transaction.subMerchantMemberPrice ?? 0
  return { seller, merchant: transaction.paidPrice - rateOf(byCard(transaction), bankRate) - seller }
}

/** The same of what is left after refunds: everybody bears his part of them (our reading). */
export function sharesLeft(payment: Payment, transaction: Transaction, refunded: number): Shares {
  const { seller, merchant } = sharesOf(payment, transaction)
  const left = BigInt(transaction.paidPrice - refunded)
  const part = (share: number) => Number((BigInt(share) * left) / BigInt(Math.max(1, transaction.paidPrice)))
  return { seller: part(seller), merchant: part(merchant) }
}
