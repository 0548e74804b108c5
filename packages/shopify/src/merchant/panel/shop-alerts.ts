import type { AlertSource } from '@craftgate-commerce/core'
import { alertSource, panelPayments } from '@craftgate-commerce/panel'
import type { AppContext } from '../../context/app-context'
import type { Tenant } from '../../context/tenant'
import type { MerchantCommerce, MerchantDeps } from '../http/merchant-deps'
import { createMerchantQueries } from '../queries/merchant-queries'
import { panelSite } from './panel-site'
import { recordsOf } from './shop-records'
import { attentionOfShop } from './sync-issues'

interface ShopToWatch extends Tenant {
  readonly context: AppContext
  readonly commerce: MerchantCommerce
  readonly tenants: MerchantDeps['tenants']
}

/** What needs attention in one mode of a shop, as its panel counts it. */
export function shopAlerts({ shop, mode, context, commerce, tenants }: ShopToWatch): AlertSource {
  const { database, options, logger, clock } = context
  const queries = createMerchantQueries(database)
  const findIssues: typeof queries.findIssues = async (...asked) =>
    (await queries.findIssues(...asked)).filter((session) => session.mode === mode)
  const records = recordsOf({ deps: { tenants }, shop }, new Map([[mode, commerce]]), queries)
  const host = {
    ...panelSite(options),
    attention: attentionOfShop({ findIssues }),
    commerce: () => commerce,
    payments: () => panelPayments(records),
    audit: { add: async () => {}, page: async () => [] },
    ...{ logger, clock },
  }
  return alertSource(host, shop)
}
