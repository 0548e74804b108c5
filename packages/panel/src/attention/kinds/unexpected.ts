import type { AttentionKind } from '../kind'
import { paymentsIn } from './payments-in'

export const unexpected: AttentionKind = {
  name: 'needs-review',
  isAlarm: true,
  words: {
    tr: {
      title: 'Sizde bekleyen para',
      text: 'Hiçbir siparişe ait olmayan ve kendiliğinden geri gönderilemeyen para. Craftgate panelinde iade edin.',
    },
    en: {
      title: 'Money kept for you',
      text: 'Money of no order that could not go back by itself. Refund it in the Craftgate panel.',
    },
  },
  waiting: (desk) => paymentsIn(desk, 'needs-review'),
}
