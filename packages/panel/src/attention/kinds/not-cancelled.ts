import { type AttentionKind, MOST_SHOWN } from '../kind'
import { paymentItem } from './payments-in'

/** Core tries again to cancel them for so long. */
const TRIED_DAYS = 30

export const notCancelled: AttentionKind = {
  name: 'not-cancelled',
  isAlarm: true,
  words: {
    tr: {
      title: 'İptal edilemeyen siparişler',
      text: 'Ödemesi incelemede reddedildi ve parası geri gidiyor, ama bir kısmı gönderildiği için sipariş iptal edilemedi. Gönderiyi durdurun ve siparişi mağazada iptal edin.',
    },
    en: {
      title: 'Orders that could not be cancelled',
      text: 'Their payment was rejected in its fraud review and its money goes back, but a part of the order was sent. Stop the delivery, and cancel the order in the shop.',
    },
  },
  async waiting({ host, payments, account }) {
    const changedFrom = new Date(host.clock().getTime() - TRIED_DAYS * 86_400_000)
    const found = await payments.page({
      states: ['refunding', 'refunded'],
      ...{ waitsFor: 'cancellation', changedFrom, account, limit: MOST_SHOWN, offset: 0 },
    })
    return { count: found.count, items: found.payments.map(paymentItem) }
  },
}
