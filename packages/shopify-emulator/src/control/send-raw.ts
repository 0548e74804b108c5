import { defaultCustomer } from '../checkouts/create-checkout'
import type { EmulatorContext } from '../context/emulator-context'
import { gidOf, groupId, sessionId } from '../context/ids'
import { proposedAt } from '../session-delivery/deliver-session'
import type { SessionAnswer } from '../session-delivery/post-session'
import type { RawSession } from './control'

const TIMEOUT_MS = 5000

/** One request, once; nothing is remembered of it. */
export function sendRaw(ctx: EmulatorContext, request: RawSession): Promise<SessionAnswer> {
  const shop = request.shop ?? ctx.options.shops[0]?.domain ?? ''
  const { app, timing, poster } = ctx.delivery
  return poster.post({
    ...{ url: app.sessionUrls[request.kind], shop, apiVersion: app.apiVersion ?? '2026-10' },
    body: request.body ?? samplePaymentBody(ctx),
    ...{ headers: request.headers, certificate: request.certificate },
    timeoutMs: request.timeoutMs ?? timing?.timeoutMs ?? TIMEOUT_MS,
  })
}

/** The very body that was posted before. */
export function resend(ctx: EmulatorContext, gid: string): Promise<SessionAnswer> {
  const payments = ctx.state.sessions.map((session) => ({ ...session, kind: 'payment' as const }))
  const known = [...payments, ...ctx.state.transactions].find((session) => session.gid === gid)
  if (!known) throw new Error(`There is no session ${gid}`)
  const { kind, shop, body } = known
  return sendRaw(ctx, { kind, shop, body })
}

function samplePaymentBody(ctx: EmulatorContext): object {
  const id = sessionId()
  return {
    ...{ id, gid: gidOf('PaymentSession', id), group: groupId(), session_id: groupId() },
    ...{ amount: '1.00', currency: 'TRY', test: true, merchant_locale: 'tr', kind: 'sale' },
    payment_method: { type: 'offsite', data: { cancel_url: `${ctx.url()}/` } },
    proposed_at: proposedAt(ctx.clock.now()),
    customer: {
      email: defaultCustomer.email,
      locale: 'tr-TR',
      billing_address: defaultCustomer.address,
    },
  }
}
