import type { SettlementEntries } from '@craftgate-commerce/core/adapter'
import { createPanel, type PanelHost, type PanelUser, type ShopFacts } from '@craftgate-commerce/panel'
import { html } from 'hono/html'
import { MODES, type Mode } from '../../context/tenant'
import { API_VERSION } from '../../shopify-api'
import { modeOfAccount } from '../../shops/craftgate-account'
import { SalesEntries } from '../../storage'
import { isUnreadable } from '../craftgate-settings/settings'
import type { MerchantCommerce } from '../http/merchant-deps'
import type { AuthenticatedRequest } from '../http/merchant-request'
import { messagesFor } from '../i18n'
import { ownSession } from '../payments/detail/own-payment'
import { shopifyCard } from '../payments/detail/shopify-card'
import { transactionsCard } from '../payments/detail/transactions-card'
import type { MerchantQueries } from '../queries/merchant-queries'
import { type Cores, commerceByMode } from './commerce-by-mode'
import { moneyElsewhere } from './money-elsewhere'
import { panelSite } from './panel-site'
import { shopPayments } from './shop-records'
import { attentionOfShop } from './sync-issues'

const [tr, en] = [messagesFor('tr'), messagesFor('en')]

const OWN_ACTIONS: PanelHost['ownActions'] = Object.fromEntries(
  (Object.keys(tr.actions) as (keyof typeof tr.actions)[]).map((name) => [
    name,
    { tr: tr.actions[name], en: en.actions[name] },
  ]),
)

/** Every page of the panel below /panel, for the shop that is logged in. It asks Craftgate: without keys there is none. */
export const servePanel =
  (queries: MerchantQueries) =>
  async (request: AuthenticatedRequest): Promise<Response> => {
    const { c, shop } = request
    const cores = await coresOf(request)
    if (cores.size === 0) return c.redirect('/?done=no-keys', 303)
    const user: PanelUser = {
      ...{ id: shop, name: shop, shop, merchants: [...cores.keys()] },
      permissions: ['read', 'settle', 'receive', 'capture', 'refund', 'configure'],
    }
    return createPanel(hostOf(request, cores, queries)).handleFor(user, c.req.raw)
  }

/** Of keys that cannot be opened the settings say so; the payments of the other mode are shown meanwhile. */
const commerceOf = (
  { deps, shop }: AuthenticatedRequest,
  mode: Mode,
): Promise<MerchantCommerce | undefined> =>
  deps.tenants.commerceOf({ shop, mode }).catch((error: unknown) => {
    if (isUnreadable(error)) return undefined
    throw error
  })

async function coresOf(request: AuthenticatedRequest): Promise<Cores> {
  const found = await Promise.all(MODES.map(async (mode) => [mode, await commerceOf(request, mode)] as const))
  const connected = (entry: (typeof found)[number]): entry is [Mode, MerchantCommerce] =>
    entry[1] !== undefined
  return new Map(found.filter(connected))
}

/** A host of this one shop: whatever the panel is asked, it can reach nothing of another. */
function hostOf(request: AuthenticatedRequest, cores: Cores, queries: MerchantQueries): PanelHost {
  const { deps, shop } = request
  const { options, logger, clock } = deps.context
  const commerce = commerceByMode(cores)
  // What is tried out is no turnover: it is counted as long as the shop takes no real money.
  const mode = cores.has('live') ? 'live' : 'test'
  return {
    ...panelSite(options),
    accountNames: {
      live: { tr: tr.modes.live, en: en.modes.live },
      test: { tr: tr.modes.test, en: en.modes.test },
    },
    attention: attentionOfShop(queries),
    keeper: deps,
    moneyElsewhere: () => moneyElsewhere(request),
    commerce: () => commerce,
    payments: () => shopPayments(request, cores, queries),
    platformCards: async (reference) => {
      const session = await ownSession(request, reference)
      if (session === undefined) return html``
      const transactions = await queries.transactionSessions(shop, [reference])
      return html`${shopifyCard(request, session)}${transactionsCard(request, session, transactions)}`
    },
    figures: (_user, days) => new SalesEntries(deps.context.database, { shop, mode }).figures(days),
    settlement: (_user, of) => settlementOf(request, of),
    shopFacts: () => shopFacts(shop, queries),
    audit: {
      add: (entry) => deps.panelAudit.add(shop, entry),
      page: (query) => deps.panelAudit.page(shop, query),
    },
    ownActions: OWN_ACTIONS,
    logger,
    clock,
  }
}

/** The keys of `merchants` are modes, each with the account of the keys that are saved for it. */
async function settlementOf(
  { deps, shop }: AuthenticatedRequest,
  of: { readonly merchant: string } | { readonly account: string },
): Promise<SettlementEntries | undefined> {
  const mode = modeOfAccount('account' in of ? of.account : of.merchant)
  if (mode === undefined) return undefined
  const account = 'account' in of ? of.account : (await deps.keys.read({ shop, mode }))?.account
  if (account === undefined) return undefined
  return new SalesEntries(deps.context.database, { shop, mode }).settlement(account)
}

const NEWEST = 100

/** Shopify tells a payments app no currencies of a shop: those of its newest payments are. */
async function shopFacts(shop: string, queries: MerchantQueries): Promise<ShopFacts> {
  const { records } = await queries.attemptPage(shop, { states: [], limit: NEWEST, offset: 0 })
  const currencies = [...new Set(records.map(({ expected }) => expected.currency))]
  return {
    versions: { 'Shopify Payments Apps API': API_VERSION },
    ...(currencies.length > 0 && { currencies }),
  }
}
