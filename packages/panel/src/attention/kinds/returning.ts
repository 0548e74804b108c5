import type { AttentionKind } from '../kind'
import type { AttentionItem } from '../waiting'
import { operationItem } from './late-operations'
import { paymentsIn } from './payments-in'
import { refusedOf } from './refused-refunds'

/** Without what the bank does not take: that is a refund that was refused. */
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
  async waiting(desk) {
    const [found, refused] = await Promise.all([paymentsIn(desk, 'refunding'), refusedOf(desk)])
    const back = refused.filter(({ attempt }) => attempt.state === 'refunding').map(operationItem)
    const isRefused = ({ path }: AttentionItem) => back.some((item) => item.path === path)
    return {
      count: Math.max(found.count - back.length, 0),
      items: found.items.filter((item) => !isRefused(item)),
    }
  },
}
