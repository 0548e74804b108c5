import { sentenceIn } from '../localized'
import { toDecimal } from '../money'
import { refundIdsOf } from '../operations'
import type { PaymentOperation } from '../platform'

/** What the merchant may see of a money call, in one language. The amount is decimal text. */
export function operationView(operation: PaymentOperation, language: string | undefined) {
  const { key, kind, state, cancelled, error, createdAt, updatedAt } = operation
  return {
    key,
    kind,
    state,
    cancelled,
    createdAt,
    updatedAt,
    amount: toDecimal(operation.amount),
    refundIds: refundIdsOf(operation),
    errorCode: error?.code,
    errorMessage: sentenceIn(language, error?.message) ?? error?.description,
  }
}
