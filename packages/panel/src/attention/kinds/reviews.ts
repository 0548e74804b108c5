import type { AttentionKind } from '../kind'
import { paymentsIn } from './payments-in'

export const reviews: AttentionKind = {
  name: 'review',
  words: {
    tr: {
      title: 'İncelenen ödemeler',
      text: 'Craftgate’teki sahtecilik kurallarınıza takıldı. Kendi sayfasında onaylayın ya da reddedin; sipariş kararı bekler.',
    },
    en: {
      title: 'Payments under review',
      text: 'Marked by your fraud rules at Craftgate. Approve or reject them on their page; the order waits for that.',
    },
  },
  waiting: (desk) => paymentsIn(desk, 'review'),
}
