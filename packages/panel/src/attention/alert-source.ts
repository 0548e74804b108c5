import type { AlertSource } from '@craftgate-commerce/core'
import type { PanelHost, PanelUser } from '../panel-host'
import { askAll, deskOf } from './attention'

/**
 * What core tells alerts by: for `CraftgateCommerce.alerts.watch`. It is asked as a user of no shop in particular, who sees the
 * payments of every one that uses the account; `shop`: of this one only.
 */
export const alertSource = (host: PanelHost, shop?: string): AlertSource => ({
  ...{ url: `${host.url}/attention`, shop },
  async kinds({ merchant, account }) {
    const user: PanelUser = {
      ...{ id: 'alerts', name: 'alerts', permissions: ['read'], merchants: [merchant] },
      ...(shop !== undefined && { shop }),
    }
    const asked = await askAll(deskOf(host, user, account))
    return asked.map(({ kind: { name, words }, count, asOf, readAt }) => ({
      ...{ kind: name, count, asOf, readAt },
      title: { tr: words.tr.title, en: words.en.title },
      text: { tr: words.tr.text, en: words.en.text },
    }))
  },
})
