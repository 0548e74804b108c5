import { type PricedCheckout, priceCheckout } from '../checkouts/price-checkout'
import type { Checkout } from '../context/checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { gidOf, sessionId } from '../context/ids'
import type { PaymentBody, PaymentSession } from '../context/payment-session'
import { isAppReady, knownSeed, shopStateOf, shopUrl } from '../context/shops'
import { reportViolation } from '../context/violation'
import { decimalText } from '../money/amount-text'
import { orderOf } from '../orders/order'
import { deliverSession, proposedAt } from '../session-delivery/deliver-session'
import { redirectUrlIn } from '../session-delivery/redirect-url'

export type StartResult =
  | { readonly ok: true; readonly session: PaymentSession; readonly redirectUrl: string }
  | { readonly ok: false; readonly error: 'has-order' | 'not-ready' | 'nothing-to-pay' | 'no-answer' }

/** The buyer presses pay: always a new session, of the same group as the others of this checkout. */
export async function startPayment(ctx: EmulatorContext, checkout: Checkout): Promise<StartResult> {
  if (orderOf(ctx, checkout.id)) return { ok: false, error: 'has-order' }
  if (!isAppReady(ctx, checkout.shop)) return { ok: false, error: 'not-ready' }
  const session = openSession(ctx, checkout)
  if (session.amount <= 0) return { ok: false, error: 'nothing-to-pay' }
  ctx.state.sessions.push(session)
  ctx.changed()
  const { shop, body } = session
  const delivered = await deliverSession(ctx.delivery, { kind: 'payment', shop, body })
  const urls = delivered.ok ? delivered.answers.map(({ text }) => redirectUrlIn(text)) : []
  const [redirectUrl] = urls
  session.startAnswered = redirectUrl !== undefined
  session.undelivered = redirectUrl === undefined ? true : undefined
  session.redirectUrl = redirectUrl
  if (new Set(urls).size > 1) reportViolation(ctx, 'different-answer', session, urls.join(' / '))
  ctx.changed()
  return redirectUrl === undefined ? { ok: false, error: 'no-answer' } : { ok: true, session, redirectUrl }
}

function openSession(ctx: EmulatorContext, checkout: Checkout): PaymentSession {
  const seed = knownSeed(ctx, checkout.shop)
  const { settings } = shopStateOf(ctx, checkout.shop)
  const priced = priceCheckout(checkout, seed)
  const id = sessionId()
  const gid = gidOf('PaymentSession', id)
  const kind = checkout.kind ?? (settings.capture === 'manual' ? 'authorization' : 'sale')
  const test = settings.testMode
  const facts = {
    id,
    gid,
    kind,
    test,
    merchant_locale: seed.locale,
    proposed_at: proposedAt(ctx.clock.now()),
  }
  const cancelUrl = `${shopUrl(ctx, checkout.shop)}/checkout/${checkout.id}`
  return {
    ...{ id, gid, kind, test, shop: checkout.shop, checkoutId: checkout.id, group: checkout.group },
    ...{ amount: priced.total, currency: checkout.currency, createdAt: ctx.clock.now() },
    ...{ state: 'open', startAnswered: false, history: [] },
    body: paymentBody(checkout, priced, { ...facts, cancelUrl }),
  }
}

interface PaymentFacts extends Pick<PaymentBody, 'id' | 'gid' | 'kind' | 'test' | 'merchant_locale'> {
  readonly proposed_at: string
  readonly cancelUrl: string
}

function paymentBody(checkout: Checkout, priced: PricedCheckout, facts: PaymentFacts): PaymentBody {
  const { currency, group } = checkout
  const { cancelUrl, kind, proposed_at, id, gid, ...rest } = facts
  return {
    ...{ id, gid, group, session_id: checkout.sessionId },
    ...{ amount: decimalText(priced.total, currency), currency, ...rest },
    payment_method: { type: 'offsite', data: { cancel_url: cancelUrl } },
    ...{ proposed_at, kind },
    customer: customerOf(checkout, priced.method !== undefined),
    transaction_metadata: {
      shipping: { price: decimalText(priced.shipping, currency), discount: decimalText(0, currency) },
      tax_amount: decimalText(0, currency),
      order_level_discount: decimalText(priced.discount, currency),
      localized_fields: [],
    },
  }
}

/** Digital goods are not sent anywhere: without a shipping method there is no shipping address. */
function customerOf({ customer, locale }: Checkout, shipped: boolean): PaymentBody['customer'] {
  const { email, phone, address } = customer
  if (!email && !phone) return undefined
  return {
    ...(email ? { email } : {}),
    ...(phone ? { phone_number: phone } : {}),
    locale: locale === 'tr' ? 'tr-TR' : 'en-US',
    billing_address: address,
    ...(shipped ? { shipping_address: address } : {}),
  }
}
