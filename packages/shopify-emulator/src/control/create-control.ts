import { checkoutView, orderView, sessionView, transactionView } from '../api/views'
import { shopStateOf } from '../oauth/shop-state-of'
import { uninstall } from '../oauth/uninstall'
import { sendPrivacyWebhook } from '../webhooks/announce'
import type { World } from '../world'
import type { ShopifyControl } from './control'
import { faultSchema } from './fault'
import { finalStates } from './final-states'
import { resend, sendRaw } from './send-raw'

export function createControl(world: World): ShopifyControl {
  const { state, graphql } = world
  return {
    ...switches(world),
    sendSession: (request) => sendRaw(world, request),
    resendSession: (gid) => resend(world, gid),
    sessions: () => state.sessions.map(sessionView),
    transactions: () => state.transactions.map(transactionView),
    checkouts: () => state.checkouts.map((checkout) => checkoutView(world, checkout)),
    orders: () => state.orders.map((order) => orderView(world, order)),
    violations: () => [...state.violations],
    requests: () => [...world.requests.list()],
    finalStates: () => finalStates(world),
    ...merchant(world),
    reset() {
      Object.assign(graphql, { down: false, faults: [] })
      Object.assign(world.delivery.switches, { copies: 1, ignoredAnswers: 0 })
    },
  }
}

function switches(world: World): Pick<ShopifyControl, 'faults' | 'down' | 'up' | 'sessionRequests'> {
  const { graphql, delivery } = world
  const set = (down: boolean) => void Object.assign(graphql, { down })
  const sendWith =
    (certificate: 'none' | 'foreign') =>
    async (request: object = {}) =>
      (await sendRaw(world, { kind: 'payment', ...request, certificate })).status
  return {
    faults: {
      add(input) {
        const fault = faultSchema.parse(input)
        graphql.faults.push({ ...fault, left: fault.times })
      },
      list: () => graphql.faults,
      clear: () => void graphql.faults.splice(0),
    },
    down: () => set(true),
    up: () => set(false),
    sessionRequests: {
      duplicate: (times) => void Object.assign(delivery.switches, { copies: Math.max(1, Math.floor(times)) }),
      slow: ({ times = 1 } = {}) => void Object.assign(delivery.switches, { ignoredAnswers: times }),
      withoutCertificate: sendWith('none'),
      withForeignCertificate: sendWith('foreign'),
    },
  }
}

type Merchant = 'installed' | 'settings' | 'expireTokens' | 'uninstall' | 'sendPrivacyWebhook'

function merchant(world: World): Pick<ShopifyControl, Merchant> {
  return {
    installed: (shop) => shopStateOf(world, shop).installed,
    settings(shop, change = {}) {
      const { settings } = shopStateOf(world, shop)
      Object.assign(settings, change)
      world.changed()
      return { ...settings }
    },
    expireTokens(shop) {
      for (const token of shopStateOf(world, shop).accessTokens) token.expiresAt = world.clock.now()
      world.changed()
    },
    uninstall: (shop) => uninstall(world, shop),
    sendPrivacyWebhook: (shop, topic, customer = {}) => sendPrivacyWebhook(world, shop, { topic, customer }),
  }
}
