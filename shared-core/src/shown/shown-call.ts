import { refundIdsOf } from '../lifecycle'
import { sentenceIn } from '../localized'
import { toDecimal } from '../money'
import type { MoneyIntent } from '../platform'

/** What the merchant may see of a money call, in one language. The amount is decimal text. */
export function shownCall(intent: MoneyIntent, language: string | undefined) {
  const { key, kind, state, cancelled, error, createdAt, updatedAt } = intent
  return {
    key,
    kind,
    state,
    cancelled,
    createdAt,
    updatedAt,
    amount: toDecimal(intent.amount),
    refundIds: refundIdsOf(intent),
    errorCode: error?.code,
    errorMessage: sentenceIn(language, error?.message) ?? error?.description,
  }
}
