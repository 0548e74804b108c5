import { checkoutView, orderView, sessionView, transactionView } from '../api/views'
import type { EmulatorContext } from '../context/emulator-context'
import { shopStateOf } from '../context/shops'
import { uninstall } from '../oauth/installation'
import { defaultSessionFaults } from '../session-delivery/deliver-session'
import { emitPrivacyWebhook } from '../webhooks/topics'
import type { FinalStates, ShopifyControl } from './control'
import { resend, sendRaw } from './send-raw'

export function createControl(ctx: EmulatorContext): ShopifyControl {
  const { state, graphql } = ctx
  return {
    ...faultControl(ctx),
    sendSession: (request) => sendRaw(ctx, request),
    resendSession: (gid) => resend(ctx, gid),
    sessions: () => state.sessions.map(sessionView),
    transactions: () => state.transactions.map(transactionView),
    checkouts: () => state.checkouts.map((checkout) => checkoutView(ctx, checkout)),
    orders: () => state.orders.map((order) => orderView(ctx, order)),
    violations: () => [...state.violations],
    requests: () => [...ctx.requests.list()],
    finalStates: () => finalStates(ctx),
    ...merchantControl(ctx),
    reset() {
      graphql.down = false
      graphql.faults.clear()
      Object.assign(ctx.delivery.faultSettings, defaultSessionFaults())
    },
  }
}

function faultControl(
  ctx: EmulatorContext,
): Pick<ShopifyControl, 'faults' | 'down' | 'up' | 'sessionRequests'> {
  const { graphql, delivery } = ctx
  const set = (down: boolean) => void Object.assign(graphql, { down })
  const sendWith =
    (certificate: 'none' | 'foreign') =>
    async (request: object = {}) =>
      (await sendRaw(ctx, { kind: 'payment', ...request, certificate })).status
  return {
    faults: {
      add: (fault) => void graphql.faults.add(fault),
      list: () => graphql.faults.list(),
      clear: () => graphql.faults.clear(),
    },
    down: () => set(true),
    up: () => set(false),
    sessionRequests: {
      duplicate: (times) =>
        void Object.assign(delivery.faultSettings, { copies: Math.max(1, Math.floor(times)) }),
      slow: ({ times = 1 } = {}) => void Object.assign(delivery.faultSettings, { ignoredAnswers: times }),
      withoutCertificate: sendWith('none'),
      withForeignCertificate: sendWith('foreign'),
    },
  }
}

type MerchantControl = 'installed' | 'settings' | 'expireTokens' | 'uninstall' | 'sendPrivacyWebhook'

function merchantControl(ctx: EmulatorContext): Pick<ShopifyControl, MerchantControl> {
  return {
    installed: (shop) => shopStateOf(ctx, shop).installed,
    settings(shop, change = {}) {
      const { settings } = shopStateOf(ctx, shop)
      Object.assign(settings, change)
      ctx.changed()
      return { ...settings }
    },
    expireTokens(shop) {
      for (const token of shopStateOf(ctx, shop).accessTokens) token.expiresAt = ctx.clock.now()
      ctx.changed()
    },
    uninstall: (shop) => uninstall(ctx, shop),
    sendPrivacyWebhook: (shop, topic, customer = {}) => emitPrivacyWebhook(ctx, shop, { topic, customer }),
  }
}

/** Proof for tests that nothing was finished twice: read from the history, not from the state. */
function finalStates({ state }: EmulatorContext): FinalStates[] {
  const payments = state.sessions.map((session) => ({ ...session, kind: 'payment' as const }))
  return [...payments, ...state.transactions]
    .map(({ gid, kind, history }) => ({
      ...{ gid, kind },
      states: history
        .map((change) => change.state)
        .filter((one): one is 'resolved' | 'rejected' => one === 'resolved' || one === 'rejected'),
    }))
    .filter(({ states }) => states.length > 0)
}
