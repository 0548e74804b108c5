import { type MoneyIntent, toDecimal } from '@craftgate-commerce/core'
import type { PaymentMetadata } from '@vendure/core'

/** What stands beside a refund in Vendure; `key` finds it again. */
export function refundMetadata(
  key: string,
  intent: MoneyIntent | undefined,
  reason?: string,
): PaymentMetadata {
  return {
    key,
    ...(intent
      ? { craftgateState: intent.state, cancelled: intent.cancelled, legs: intent.legs.map(legLine) }
      : {}),
    ...(reason === undefined ? {} : { reason }),
  }
}

const legLine = ({ transactionId, amount, price, state, refundId }: MoneyIntent['legs'][number]) => ({
  transaction: transactionId,
  refund: refundId,
  state,
  price: toDecimal(price),
  cardAmount: toDecimal(amount),
})
