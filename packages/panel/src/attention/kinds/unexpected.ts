import type { AttentionKind } from '../kind'
import { paymentsIn } from './payments-in'

export const unexpected: AttentionKind = {
  name: 'needs-review',
  isAlarm: true,
  words: {
    tr: {
      title: 'Sizde bekleyen para',
      text: 'Hiçbir siparişin alamadığı ve kararınızı bekleyen para. Ödemenin sayfasından ya da Craftgate panelinde iade edin, ya da dışarıda verdiyseniz işaretleyin; tamamı dönünce buradan kendiliğinden kalkar.',
    },
    en: {
      title: 'Money kept for you',
      text: 'Money that no order could take and that waits for your decision. Refund it on the page of its payment or in the Craftgate panel, or mark it when you gave it back yourself; it leaves by itself when all of it is back.',
    },
  },
  waiting: (desk) => paymentsIn(desk, 'needs-review'),
}
