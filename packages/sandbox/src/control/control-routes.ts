import { readJson } from '@craftgate-commerce/emulator-kit'
import { Hono } from 'hono'
import { z } from 'zod'
import { CURRENCIES } from '../money/minor'
import type { Control } from './control'
import { faultSchema } from './fault'

// The control API over HTTP: GET reads, POST does. Bodies are JSON; web pages from elsewhere are refused before.
const duration = z.strictObject({
  seconds: z.number().optional(),
  minutes: z.number().optional(),
  hours: z.number().optional(),
  days: z.number().optional(),
})
const on = z.strictObject({ on: z.boolean().default(true) })
const url = z.strictObject({ url: z.url().optional(), apiKey: z.string().optional() })
const outcome = z.strictObject({ status: z.enum(['SUCCESS', 'FAILURE']).default('SUCCESS') })
const held = z.strictObject({ status: z.enum(['INIT_THREEDS', 'CALLBACK_THREEDS', 'WAITING']) })
const decided = outcome.extend({ paymentId: z.number().int(), apiKey: z.string().optional() })
const ids = z.strictObject({ startAt: z.number().int().positive(), apiKey: z.string().optional() })
const ivr = z.strictObject({ cardNumber: z.string(), apiKey: z.string().optional() })
const panel = z.strictObject({
  paymentId: z.number().int(),
  apiKey: z.string().optional(),
  loseWebhook: z.boolean().optional(),
})
const panelCapture = panel.extend({ amount: z.string().optional() })
const panelRefund = panelCapture.extend({ transactionId: z.number().int().optional() })
const next = z.strictObject({ status: z.enum(['WAITING', 'FAILURE']) })
const fraud = z.strictObject({ action: z.enum(['BLOCK', 'REVIEW']) })
const decision = z.strictObject({
  id: z.number().int(),
  status: z.enum(['WAITING', 'FRAUD', 'NOT_FRAUD']),
  apiKey: z.string().optional(),
})
const loan = z.strictObject({
  action: z.enum(['NONE', 'APPROVAL_REQUIRED', 'WAIT_FOR_WEBHOOK', 'VERIFY_REQUIRED']),
})
const tampering = z.strictObject({
  paymentId: z.number().int(),
  price: z.number().int().optional(),
  currency: z.string().optional(),
  apiKey: z.string().optional(),
})
const idempotency = z.strictObject({
  differentRequest: z.enum(['replay', 'refuse']).optional(),
  concurrent: z.enum(['execute', 'refuse', 'wait']).optional(),
  rememberRefusals: z.boolean().optional(),
  rememberServerErrors: z.boolean().optional(),
  forgetAfterSeconds: z.number().int().min(60).optional(),
  boundTo: z.enum(['api-key', 'merchant']).optional(),
})
const margin = z.strictObject({ percent: z.number().int().min(0).max(50).optional() })

const payoutFile = z.strictObject({
  type: z.enum(['SETTLEMENT', 'BOUNCED_SETTLEMENT', 'WITHDRAW']).default('SETTLEMENT'),
  apiKey: z.string().optional(),
})
const watched = z.strictObject({
  alias: z.string(),
  threeDS: z.boolean().optional(),
  nonThreeDS: z.boolean().optional(),
  apiKey: z.string().optional(),
})
const transfer = z.strictObject({
  senderName: z.string(),
  senderIban: z.string(),
  description: z.string(),
  amount: z.string(),
  currency: z.enum(CURRENCIES).optional(),
  source: z.enum(['YKB', 'GARANTI']).optional(),
  apiKey: z.string().optional(),
})
const numbered = z.strictObject({ id: z.number().int(), apiKey: z.string().optional() })

const revoked = z.strictObject({ apiKey: z.string().optional() })
const refusing = z.strictObject({ alias: z.string(), group: z.string().optional() })

/** `/_control`: the same operations as the library's `control`, for processes that cannot import it. */
export function createControlRoutes(control: Control): Hono {
  const app = new Hono()
  const read = (path: string, answer: () => unknown) => app.get(path, (c) => c.json({ data: answer() }))
  const write = <S extends z.ZodType>(path: string, schema: S, work: (body: z.output<S>) => unknown) =>
    app.post(path, async (c) => {
      const read = await readJson(c, schema)
      if (!read.ok) return c.json({ error: read.error }, 400)
      return c.json({ data: (await work(read.body)) ?? null })
    })
  reads(read, control)
  clockAndFaults(write, control)
  webhooks(write, control)
  bank(write, control)
  merchantPanel(write, control)
  payouts(write, control)
  app.delete('/faults', (c) => {
    control.faults.clear()
    return c.json({ data: null })
  })
  app.onError((error, c) => c.json({ error: error.message }, 400))
  return app
}

type Read = (path: string, answer: () => unknown) => void
type Write = <S extends z.ZodType>(path: string, schema: S, work: (body: z.output<S>) => unknown) => void

function reads(read: Read, control: Control): void {
  read('/clock', () => ({ now: control.clock.now() }))
  read('/faults', () => control.faults.list())
  read('/webhooks', () => control.webhooks.list())
  read('/payments', () => control.payments())
  read('/refunds', () => control.refunds())
  read('/checkouts', () => control.checkouts())
  read('/callbacks/lost', () => control.callbacks.lost())
  read('/requests', () => control.requests())
  read('/idempotency', () => control.idempotency.settings())
  read('/sums', () => control.sums())
  read('/payouts', () => control.payouts())
}

const empty = z.unknown()

function clockAndFaults(write: Write, control: Control): void {
  write('/clock/advance', duration, async (by) => ({ now: await control.clock.advance(by) }))
  write('/faults', faultSchema, (fault) => ({ id: control.faults.add(fault) }))
  write('/faults/clear', empty, () => control.faults.clear())
  write('/idempotency', idempotency, (change) => {
    control.idempotency.set(change)
    return control.idempotency.settings()
  })
  write('/reset', empty, () => control.reset())
}

function webhooks(write: Write, control: Control): void {
  write('/webhooks/flush', empty, () => control.webhooks.flush())
  write('/webhooks/pause', empty, () => control.webhooks.pause())
  write('/webhooks/resume', empty, () => control.webhooks.resume())
  write('/webhooks/duplicate', z.strictObject({ copies: z.number().int().min(1) }), ({ copies }) =>
    control.webhooks.duplicate(copies),
  )
  write('/webhooks/reorder', on, (body) => control.webhooks.reorder(body.on))
  write('/webhooks/lose', on, (body) => control.webhooks.lose(body.on))
  write('/webhooks/resend', z.strictObject({ id: z.string() }), ({ id }) => control.webhooks.resend(id))
  write('/webhooks/sign-as', z.strictObject({ apiKey: z.string().optional() }), ({ apiKey }) =>
    control.webhooks.signAs(apiKey),
  )
  write('/webhooks/url', url, (body) => control.webhooks.setUrl(body.url, body.apiKey))
  write('/callbacks/lose', on, (body) => control.callbacks.lose(body.on))
  write('/callbacks/hash-as-text', on, (body) => control.callbacks.hashAsText(body.on))
  write('/callbacks/duplicate', on, (body) => control.callbacks.duplicate(body.on))
}

function bank(write: Write, control: Control): void {
  write('/payments/hold', held, ({ status }) => control.payments.holdNext(status))
  write('/payments/release', outcome, ({ status }) => ({ released: control.payments.release(status) }))
  write('/payments/decide', decided, ({ paymentId, status, apiKey }) =>
    control.payments.decide(paymentId, status, apiKey),
  )
  write('/payments/pay-after-expiry', on, (body) => control.payments.payAfterExpiry(body.on))
  write('/ivr/card', ivr, ({ cardNumber, apiKey }) => ({
    callToken: control.ivr.typeCard(cardNumber, apiKey),
  }))
  write('/ids', ids, ({ startAt, apiKey }) => control.ids.startAt(startAt, apiKey))
  write('/refunds/next', next, ({ status }) => control.refunds.nextStatus(status))
  write('/refunds/finish', outcome, ({ status }) => ({ finished: control.refunds.finishWaiting(status) }))
  write('/fraud/next', fraud, ({ action }) => control.fraud.nextPayment(action))
  write('/fraud/decide', decision, ({ id, status, apiKey }) => control.fraud.decide(id, status, apiKey))
  write('/multi-payments/refund-expired', on, (body) => control.multiPayments.refundExpired(body.on))
  write('/loans/next', loan, ({ action }) => control.loans.nextGrant(action))
  write('/tamper', tampering, ({ paymentId, apiKey, ...change }) => control.tamper(paymentId, change, apiKey))
  write('/api-keys/revoke', revoked, ({ apiKey }) => control.apiKeys.revoke(apiKey))
  write('/api-keys/restore', empty, () => control.apiKeys.restore())
  write('/pos/refuse', refusing, ({ alias, group }) => control.pos.refuse(alias, group))
  write('/pos/watch', watched, ({ alias, apiKey, ...found }) => control.pos.watch(alias, found, apiKey))
  write('/pos/margin', margin, ({ percent }) => control.pos.setMargin(percent))
}

function merchantPanel(write: Write, { panel: merchant }: Control): void {
  write('/panel/cancel', panel, ({ paymentId, ...options }) => merchant.cancel(paymentId, options))
  write('/panel/refund', panelRefund, ({ paymentId, ...options }) => merchant.refund(paymentId, options))
  write('/panel/capture', panelCapture, ({ paymentId, ...options }) => merchant.capture(paymentId, options))
}

function payouts(write: Write, { payouts: files, bankAccounts }: Control): void {
  write('/bank-accounts/receive', transfer, (body) => ({ id: bankAccounts.receive(body) }))
  write('/payouts/create', payoutFile, ({ type, apiKey }) => files.create(type, apiKey))
  write('/payouts/upload', numbered, ({ id, apiKey }) => files.upload(id, apiKey))
  write('/payouts/approve', numbered, ({ id, apiKey }) => files.approve(id, apiKey))
  write('/payouts/bounce', numbered, ({ id, apiKey }) => files.bounce(id, apiKey))
}
