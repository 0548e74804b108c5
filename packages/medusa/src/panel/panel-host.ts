import { serveNode } from '@craftgate-commerce/core/adapter'
import {
  ALL_PERMISSIONS,
  createPanel,
  type LinkLogin,
  type Panel,
  type PanelHost,
  type PanelPermission,
  type PanelRecords,
  type PanelUser,
  panelPayments,
  paymentNumberOf,
} from '@craftgate-commerce/panel'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import type { MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, Modules } from '@medusajs/framework/utils'
import { appContainer, craftgateIn } from '../app-container'
import { BASE_PATH } from '../options'
import { panelOrderMoney } from './panel-order-money'
import { PanelOrders } from './panel-orders'
import { shopFacts } from './shop-facts'

const PATH = '/panel'

/** The panel of this shop: Medusa's orders beside the plugin's records. */
export function panelHost(container: MedusaContainer): PanelHost & { readonly login: LinkLogin } {
  const { commerce, options, logger, sales, panelLinks, panelAudit } = craftgateIn(container)
  return {
    url: options.mountUrl + PATH,
    login: {
      links: panelLinks,
      secrets: [options.core.linkSecret].flat() as [string, ...string[]],
      permissionsOf: (user) => permissionsNow(container, user),
    },
    commerce: () => commerce,
    payments: (user) => panelPayments(recordsOf(container, user)),
    shopFacts: () => shopFacts(container),
    timeZone: options.core.timeZone,
    settlement: async (_user, of) =>
      sales.settlement('account' in of ? of.account : options.accountOf(of.merchant)),
    figures: ({ merchants }, days) => sales.figures(merchants.map(options.accountOf), days),
    audit: panelAudit,
    logger,
    clock: () => new Date(),
  }
}

/** Medusa lets every user and every secret key of its admin do everything: who was deleted or revoked, nothing. */
async function permissionsNow(
  container: MedusaContainer,
  { id }: PanelUser,
): Promise<readonly PanelPermission[]> {
  const [users, keys] = await Promise.all([
    container.resolve(Modules.USER).listUsers({ id }),
    container.resolve(Modules.API_KEY).listApiKeys({ id }),
  ])
  const isKnown = users.length > 0 || keys.some(({ revoked_at }) => !revoked_at || revoked_at > new Date())
  return isKnown ? ALL_PERMISSIONS : []
}

const panels = new WeakMap<object, Panel>()

/** One panel for each application. */
function panelIn(container: MedusaContainer): Panel {
  const craftgate = craftgateIn(container)
  const known = panels.get(craftgate)
  if (known !== undefined) return known
  const panel = createPanel(panelHost(container))
  panels.set(craftgate, panel)
  return panel
}

/** Every page below /craftgate/panel, whose logins are its own. */
export async function servePanel(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { options, logger } = craftgateIn(request.scope)
  const path = request.originalUrl.slice(BASE_PATH.length)
  await serveNode(panelIn(appContainer), { request, response, mountUrl: options.mountUrl, path }, logger)
}

function recordsOf(container: MedusaContainer, user: PanelUser): PanelRecords {
  const { checkouts, operations, events, commerce, options } = craftgateIn(container)
  const accounts = options.merchantNames.map((name) => options.accountOf(name))
  const orders = new PanelOrders(container, adminUrl(container))
  return {
    commerce,
    accounts: async () => options.merchantNames.flatMap((name) => options.accountsEverOf(name)),
    payLink: ({ reference }) => commerce.payLink(reference),
    money: panelOrderMoney(container, user),
    cards: { accounts: async () => accounts, paymentsByCard: commerce.paymentsByCard },
    customerOf: (email) => orders.customerOf(email),
    async page({ search, cardPayments, customer, ...query }) {
      const sessions = customer === undefined ? undefined : await orders.sessionsOfCustomer(customer)
      const looked =
        search === undefined
          ? undefined
          : {
              search,
              number: paymentNumberOf(search),
              accounts,
              cardPayments,
              sessions: await orders.sessionsOf(search),
            }
      return checkouts.page({ ...query, looked, orders: sessions })
    },
    attempts: (reference) => checkouts.attempts(reference),
    operations: (payment) => operations.of(payment),
    // Declines are asked of Craftgate, with the words of the bank.
    events: async (reference) => (await events.of(reference)).filter(({ error }) => error === undefined),
    orders: (records) => orders.of(records),
  }
}

/** An admin on a host of its own is told by `admin.backendUrl` only to itself: the panel knows the one that Medusa serves. */
function adminUrl(container: MedusaContainer): string {
  const { admin } = container.resolve(ContainerRegistrationKeys.CONFIG_MODULE)
  return `${new URL(craftgateIn(container).options.mountUrl).origin}${admin?.path ?? '/app'}`
}
