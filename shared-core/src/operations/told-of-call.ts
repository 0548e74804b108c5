import type { OperationResult } from '../commerce'
import type { Localized } from '../localized'
import type { PaymentOperation } from '../platform'

/** Craftgate's ids of the refunds of this call, e.g. "81" or "81,82". */
export function refundIdsOf(operation: PaymentOperation | undefined): string {
  const ids = (operation?.steps ?? []).flatMap(({ refundId }) => (refundId === undefined ? [] : [refundId]))
  return [...new Set(ids)].join(',')
}

const UNFINISHED: Readonly<Record<'waiting' | 'unknown', Localized>> = {
  waiting: {
    tr: 'Banka işlemi henüz tamamlamadı; sonuç kendiliğinden işlenecek',
    en: 'The bank has not finished yet; the result will be entered by itself',
  },
  unknown: {
    tr: 'Craftgate yanıt vermedi; işlem tekrar gönderilmedi, sonucu sorulup kendiliğinden işlenecek',
    en: 'Craftgate gave no answer; nothing is sent again, the result is asked for and entered by itself',
  },
}

/** Why a call is not done, for the merchant; undefined when it is. */
export function pendingReason(result: OperationResult): Localized | undefined {
  if (result.state === 'failed') return result.message
  return result.state === 'done' ? undefined : UNFINISHED[result.state]
}
