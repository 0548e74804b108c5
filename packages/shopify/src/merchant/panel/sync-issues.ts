import { MOST_SHOWN, type OwnAttention } from '@craftgate-commerce/panel'
import type { SessionRow } from '../../database'
import { messagesFor } from '../i18n'
import type { MerchantQueries } from '../queries/merchant-queries'

const LOOKED_AT = 100

const [tr, en] = [messagesFor('tr'), messagesFor('en')]

/** What Shopify was told for a day and did not hear, or did not accept: its order stands otherwise than its money. */
const syncIssues = ({ findIssues }: Pick<MerchantQueries, 'findIssues'>): OwnAttention => ({
  name: 'shopify-sync',
  isAlarm: true,
  words: {
    tr: {
      title: 'Shopify’a bildirilemeyen sonuçlar',
      text: 'Shopify bu sonucu 24 saatte alamadı ya da kabul etmedi; siparişi parasından başka türlü durur. Ödemeyi açıp Craftgate’e yeniden sorun, sonra siparişe bakın.',
    },
    en: {
      title: 'Results that Shopify does not have',
      text: 'Shopify did not get this result in 24 hours, or did not accept it; its order stands otherwise than its money. Open the payment and ask Craftgate again, then look at the order.',
    },
  },
  async waiting({ shop = '' }) {
    const unsynced = (await findIssues(shop, LOOKED_AT)).filter(
      ({ syncStatus }) => syncStatus === 'exhausted' || syncStatus === 'rejected',
    )
    return { count: unsynced.length, items: unsynced.slice(0, MOST_SHOWN).map(itemOf) }
  },
})

/** Shopify keeps its orders itself: none is cancelled here. */
export const attentionOfShop = (queries: Pick<MerchantQueries, 'findIssues'>) => ({
  own: [syncIssues(queries)],
  without: ['not-cancelled'],
})

const itemOf = ({ id, kind, paymentSessionId, changedAt }: SessionRow) => ({
  path: `/payments/${encodeURIComponent(paymentSessionId ?? id)}`,
  text: { tr: tr.kinds[kind], en: en.kinds[kind] },
  at: changedAt,
})
