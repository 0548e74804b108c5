import { type PaymentError, paymentError } from '../../errors/payment-errors'
import type { Payment } from '../payments/payment'
import { loyaltiesOf } from './card-loyalties'
import { type Reward, worthOf } from './loyalty'

/**
 * Why the bank does not take the points of a payment: more than the card has, or more than the sale
 * (developer.craftgate.io/error-groups). Where the portal does not print what a card has, its points always suffice.
 */
export function loyaltyRefusal({ loyalty, paidPrice, card }: Payment): PaymentError | undefined {
  const used = loyalty?.reward
  if (!used) return undefined
  const known = card && loyaltiesOf(card.bin, card.lastFour).find(({ type }) => type === loyalty.type)?.reward
  if (known && exceeds(used, known)) return paymentError('NOT_SUFFICIENT_AWARD')
  return worthOf(used) > paidPrice ? paymentError('SALES_AMOUNT_LESS_THAN_AWARD') : undefined
}

const exceeds = (used: Reward, known: Reward) =>
  (used.cardRewardMoney ?? 0) > (known.cardRewardMoney ?? 0) ||
  (used.firmRewardMoney ?? 0) > (known.firmRewardMoney ?? 0)
