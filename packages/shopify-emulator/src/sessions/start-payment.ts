import type { Checkout } from '../checkouts/checkout'
import { priceCheckout } from '../checkouts/price-checkout'
import { reportViolation } from '../control/report-violation'
import { shopStateOf } from '../oauth/shop-state-of'
import { orderOf } from '../orders/find-order'
import { paymentBody } from '../session-requests/bodies'
import { deliverSession } from '../session-requests/deliver-session'
import { redirectUrlIn } from '../session-requests/redirect-url'
import { knownSeed, shopUrl, type World } from '../world'
import { isAppReady } from './is-app-ready'
import type { PaymentSession } from './payment-session'
import { gidOf, sessionId } from './session-id'

export type Started =
  | { readonly ok: true; readonly session: PaymentSession; readonly redirectUrl: string }
  | { readonly ok: false; readonly error: 'has-order' | 'not-ready' | 'nothing-to-pay' | 'no-answer' }

/** The buyer presses pay: always a new session, of the same group as the others of this checkout. */
export async function startPayment(world: World, checkout: Checkout): Promise<Started> {
  if (orderOf(world, checkout.id)) return { ok: false, error: 'has-order' }
  if (!isAppReady(world, checkout.shop)) return { ok: false, error: 'not-ready' }
  const session = openSession(world, checkout)
  if (session.amount <= 0) return { ok: false, error: 'nothing-to-pay' }
  world.state.sessions.push(session)
  world.changed()
  const { shop, body } = session
  const delivered = await deliverSession(world.delivery, { kind: 'payment', shop, body })
  const urls = delivered.ok ? delivered.answers.map(({ text }) => redirectUrlIn(text)) : []
  const [redirectUrl] = urls
  session.startAnswered = redirectUrl !== undefined
  session.undelivered = redirectUrl === undefined ? true : undefined
  session.redirectUrl = redirectUrl
  if (new Set(urls).size > 1) reportViolation(world, 'different-answer', session, urls.join(' / '))
  world.changed()
  return redirectUrl === undefined ? { ok: false, error: 'no-answer' } : { ok: true, session, redirectUrl }
}

function openSession(world: World, checkout: Checkout): PaymentSession {
  const seed = knownSeed(world, checkout.shop)
  const { settings } = shopStateOf(world, checkout.shop)
  const priced = priceCheckout(checkout, seed)
  const id = sessionId()
  const gid = gidOf('PaymentSession', id)
  const kind = checkout.kind ?? (settings.capture === 'manual' ? 'authorization' : 'sale')
  const test = settings.testMode
  const facts = { id, gid, kind, test, merchant_locale: seed.locale, proposed_at: world.clock.iso() }
  const cancelUrl = `${shopUrl(world, checkout.shop)}/checkout/${checkout.id}`
  return {
    ...{ id, gid, kind, test, shop: checkout.shop, checkoutId: checkout.id, group: checkout.group },
    ...{ amount: priced.total, currency: checkout.currency, createdAt: world.clock.now() },
    ...{ state: 'open', startAnswered: false, history: [] },
    body: paymentBody(checkout, priced, { ...facts, cancelUrl }),
  }
}
