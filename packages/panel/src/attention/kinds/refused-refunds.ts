import type { RefusedRefund } from '@craftgate-commerce/core'
import { type AttentionKind, type Desk, MOST_SHOWN } from '../kind'
import { operationItem } from './late-operations'

const LOOKED_AT = 50

export const refusedRefunds: AttentionKind = {
  name: 'refused-refunds',
  isAlarm: true,
  words: {
    tr: {
      title: 'Yapılamayan iadeler',
      text: 'Craftgate ya da banka iadeyi ya da iptali reddetti; alıcı parasını almadı. Nedeni ödemenin sayfasında yazar. Yeniden iade edin ya da parayı başka yoldan gönderip işaretleyin; yeni bir iade başlatılınca ya da iki hafta sonra buradan kalkar.',
    },
    en: {
      title: 'Refunds that were refused',
      text: 'Craftgate or the bank refused a refund or void; the shopper did not get the money. The reason is on the page of the payment. Refund it again, or send the money in another way and mark it; it leaves this list when another refund is begun, or after two weeks.',
    },
  },
  async waiting(desk) {
    const own = await refusedOf(desk)
    return { count: own.length, items: own.slice(0, MOST_SHOWN).map(operationItem) }
  },
}

/** Of the payments of the shop that they work in. */
export async function refusedOf({ commerce, payments, user }: Desk): Promise<readonly RefusedRefund[]> {
  const refused = await Promise.all(
    user.merchants.map((merchant) => commerce.refusedRefunds({ merchant, most: LOOKED_AT })),
  )
  return refused.flat().filter(({ attempt }) => payments.owns?.(attempt) ?? true)
}
