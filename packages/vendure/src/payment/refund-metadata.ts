import { type PaymentOperation, toDecimal } from '@craftgate-commerce/core'
import type { PaymentMetadata } from '@vendure/core'

/** What stands beside a refund in Vendure; `key` finds it again. */
export function refundMetadata(
  key: string,
  operation: PaymentOperation | undefined,
  reason?: string,
): PaymentMetadata {
  return {
    key,
    ...(operation
      ? {
          craftgateState: operation.state,
          cancelled: operation.cancelled,
          steps: operation.steps.map(legLine),
        }
      : {}),
    ...(reason === undefined ? {} : { reason }),
  }
}

const legLine = ({ transactionId, amount, price, state, refundId }: PaymentOperation['steps'][number]) => ({
  transaction: transactionId,
  refund: refundId,
  state,
  price: toDecimal(price),
  cardAmount: toDecimal(amount),
})
