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

/** Minor units of what went back of a transaction. */
export interface Refunded {
  readonly refunded: number
  /** What of it the merchant bore alone. */
  readonly chargedToMerchant: number
}

/** The same of what is left after refunds: everybody bears his part, but of those that the merchant took on (our reading). */
export function sharesLeft(
  payment: Payment,
  transaction: Transaction,
  { refunded, chargedToMerchant }: Refunded,
): Shares {
  const { seller, merchant } = sharesOf(payment, transaction)
  const part = (share: number, gone: number) =>
    Number(
      (BigInt(share) * BigInt(transaction.paidPrice - gone)) / BigInt(Math.max(1, transaction.paidPrice)),
    )
  const kept = part(seller, refunded - chargedToMerchant)
  return { seller: kept, merchant: part(merchant, refunded) - (kept - part(seller, refunded)) }
}
