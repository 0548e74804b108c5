import type { LateOperation } from '@craftgate-commerce/core'
import { en } from '../../words/en'
import { tr } from '../../words/tr'
import { type AttentionKind, MOST_SHOWN } from '../kind'
import type { AttentionItem } from '../waiting'

const LOOKED_AT = 100

/** An operation, on the page of its payment. */
export const operationItem = ({ operation, attempt }: LateOperation): AttentionItem => ({
  path: `/payments/${encodeURIComponent(attempt.reference)}`,
  text: { tr: tr.operations.kinds[operation.kind], en: en.operations.kinds[operation.kind] },
  at: operation.createdAt,
  amount: operation.amount,
})

export const lateOperations: AttentionKind = {
  name: 'late-operations',
  isAlarm: true,
  words: {
    tr: {
      title: 'Sonucu gelmeyen işlemler',
      text: 'Bir tahsilat, iptal ya da iade on beş dakikadır sonuçlanmadı ya da siparişe işlenemedi. Sonucu kendiliğinden sorulur; burada kalıyorsa ödemenin sayfasına ve siparişe bakın.',
    },
    en: {
      title: 'Operations without an end',
      text: 'A capture, void or refund has had no end for fifteen minutes, or could not be entered in its order. It is asked about by itself; if it stays here, look at the page of its payment and at the order.',
    },
  },
  async waiting({ commerce, payments, user }) {
    const late = await Promise.all(
      user.merchants.map((merchant) => commerce.lateOperations({ merchant, most: LOOKED_AT })),
    )
    const own = late.flat().filter(({ attempt }) => payments.owns?.(attempt) ?? true)
    return { count: own.length, items: own.slice(0, MOST_SHOWN).map(operationItem) }
  },
}
