import { type MoneyIntent, type MoneyResult, toDecimal } from '@craftgate-commerce/core'
import type { PaymentMetadata } from '@vendure/core'
import { sentenceIn } from './sentence'

/** Craftgate's ids of the refunds of this call, e.g. "81" or "81,82". */
export function refundIdsOf(intent: MoneyIntent | undefined): string {
  const ids = (intent?.legs ?? []).flatMap(({ refundId }) => (refundId === undefined ? [] : [refundId]))
  return [...new Set(ids)].join(',')
}

const REASONS = {
  waiting: {
    tr: 'Banka işlemi henüz tamamlamadı; sonuç kendiliğinden işlenecek',
    en: 'The bank has not finished yet; the result will be entered by itself',
  },
  unknown: {
    tr: 'Craftgate yanıt vermedi; işlem tekrar gönderilmedi, sonucu sorulup kendiliğinden işlenecek',
    en: 'Craftgate gave no answer; nothing is sent again, the result is asked for and entered by itself',
  },
}

/** Why a call is not done, in the merchant's language; undefined when it is. */
export function reasonOf(languageCode: string, result: MoneyResult): string | undefined {
  if (result.state === 'failed') return sentenceIn(languageCode, result.message)
  return result.state === 'done' ? undefined : sentenceIn(languageCode, REASONS[result.state])
}

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
