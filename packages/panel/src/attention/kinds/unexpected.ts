import type { AttentionKind } from '../kind'
import { paymentsIn } from './payments-in'

export const unexpected: AttentionKind = {
  name: 'needs-review',
  isAlarm: true,
  words: {
    tr: {
      title: 'Sizde bekleyen para',
      text: 'Hiçbir siparişe ait olmayan ve kendiliğinden geri gönderilemeyen para. Craftgate panelinde iade edin; tamamı dönünce buradan kendiliğinden kalkar.',
    },
    en: {
      title: 'Money kept for you',
      text: 'Money of no order that could not go back by itself. Refund it in the Craftgate panel; it leaves by itself when all of it is back.',
    },
  },
  waiting: (desk) => paymentsIn(desk, 'needs-review'),
}
