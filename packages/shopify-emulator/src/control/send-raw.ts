import { defaultCustomer } from '../checkouts/default-customer'
import type { SessionAnswer } from '../session-requests/post-session'
import { gidOf, groupId, sessionId } from '../sessions/session-id'
import type { World } from '../world'
import type { RawSession } from './control'

const TIMEOUT_MS = 5000

/** One request, once; nothing is remembered of it. */
export function sendRaw(world: World, request: RawSession): Promise<SessionAnswer> {
  const shop = request.shop ?? world.options.shops[0]?.domain ?? ''
  const { app, timing, poster } = world.delivery
  return poster.post({
    ...{ url: app.sessionUrls[request.kind], shop, apiVersion: app.apiVersion ?? '2026-10' },
    body: request.body ?? believable(world),
    ...{ headers: request.headers, certificate: request.certificate },
    timeoutMs: timing?.timeoutMs ?? TIMEOUT_MS,
  })
}

/** The very body that was posted before. */
export function resend(world: World, gid: string): Promise<SessionAnswer> {
  const payments = world.state.sessions.map((session) => ({ ...session, kind: 'payment' as const }))
  const known = [...payments, ...world.state.transactions].find((session) => session.gid === gid)
  if (!known) throw new Error(`There is no session ${gid}`)
  const { kind, shop, body } = known
  return sendRaw(world, { kind, shop, body })
}

function believable(world: World): object {
  const id = sessionId()
  return {
    ...{ id, gid: gidOf('PaymentSession', id), group: groupId(), session_id: groupId() },
    ...{ amount: '1.00', currency: 'TRY', test: true, merchant_locale: 'tr', kind: 'sale' },
    payment_method: { type: 'offsite', data: { cancel_url: `${world.url()}/` } },
    proposed_at: world.clock.iso(),
    customer: {
      email: defaultCustomer.email,
      locale: 'tr-TR',
      billing_address: defaultCustomer.address,
    },
  }
}
