import { type AttentionKind, MOST_SHOWN } from '../kind'
import { operationItem } from './late-operations'

const LOOKED_AT = 50

export const refusedRefunds: AttentionKind = {
  name: 'refused-refunds',
  isAlarm: true,
  words: {
    tr: {
      title: 'Yapılamayan iadeler',
      text: 'Craftgate ya da banka iadeyi ya da iptali reddetti; alıcı parasını almadı. Nedeni ödemenin sayfasında yazar. Yeniden iade edin ya da parayı başka yoldan gönderin; yeni bir iade başlatılınca ya da iki hafta sonra buradan kalkar.',
    },
    en: {
      title: 'Refunds that were refused',
      text: 'Craftgate or the bank refused a refund or void; the shopper did not get the money. The reason is on the page of the payment. Refund it again, or send the money in another way; it leaves this list when another refund is begun, or after two weeks.',
    },
  },
  async waiting({ commerce, payments, user }) {
    const refused = await Promise.all(
      user.merchants.map((merchant) => commerce.refusedRefunds({ merchant, most: LOOKED_AT })),
    )
    const own = refused.flat().filter(({ attempt }) => payments.owns?.(attempt) ?? true)
    return { count: own.length, items: own.slice(0, MOST_SHOWN).map(operationItem) }
  },
}
