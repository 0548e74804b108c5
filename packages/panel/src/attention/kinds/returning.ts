import type { AttentionKind } from '../kind'
import { paymentsIn } from './payments-in'

export const returning: AttentionKind = {
  name: 'returning',

  words: {
    tr: {
      title: 'Geri gönderilen para',
      text: 'Hiçbir siparişin alamayacağı para alıcıya dönüyor. Kendiliğinden biter; burada kalırsa ödemeyi açıp yeniden sorun.',
    },
    en: {
      title: 'Money on its way back',
      text: 'Money that no order can take goes back to the shopper. It ends by itself; if it stays here, open the payment and ask again.',
    },
  },
  waiting: (desk) => paymentsIn(desk, 'refunding'),
}
