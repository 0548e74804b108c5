import { type NodeEnv, readJson } from '@craftgate-commerce/emulator-kit'
import { Hono } from 'hono'
import { z } from 'zod'
import { settingsChange } from '../api/requests'
import { faultSchema } from '../context/graphql-calls'
import type { ShopifyControl } from './control'

const empty = z.unknown()
const shop = z.strictObject({ shop: z.string() })
const raw = z.strictObject({
  kind: z.enum(['payment', 'refund', 'capture', 'void']).default('payment'),
  body: z.unknown(),
  headers: z.record(z.string(), z.string()).optional(),
  shop: z.string().optional(),
  certificate: z.enum(['shopify', 'none', 'foreign']).optional(),
})
const privacy = z.strictObject({
  shop: z.string(),
  topic: z.enum(['customers/data_request', 'customers/redact', 'shop/redact']),
  customer: z
    .strictObject({
      id: z.number().int().optional(),
      email: z.string().optional(),
      phone: z.string().optional(),
    })
    .default({}),
})

type Write = <S extends z.ZodType>(path: string, schema: S, work: (body: z.output<S>) => unknown) => void

/** POST /control/…: the same operations as the library's `control`. Answers `{ data }`, or 400 with `{ error }`. */
export function createControlRoutes(control: ShopifyControl): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  const write: Write = (path, schema, work) =>
    app.post(path, async (c) => {
      const read = await readJson(c, schema)
      if (!read.ok) return c.json({ error: read.error }, 400)
      return c.json({ data: (await work(read.body)) ?? null })
    })
  faultRoutes(write, control)
  merchantRoutes(write, control)
  readRoutes(write, control)
  app.onError((error, c) => c.json({ error: error.message }, 400))
  return app
}

function faultRoutes(write: Write, control: ShopifyControl): void {
  const { faults, sessionRequests } = control
  write('/faults', faultSchema, (fault) => faults.add(fault))
  write('/faults/list', empty, () => faults.list())
  write('/faults/clear', empty, () => faults.clear())
  write('/down', empty, () => control.down())
  write('/up', empty, () => control.up())
  write('/reset', empty, () => control.reset())
  write('/session-requests/duplicate', z.strictObject({ times: z.number().int().min(1) }), ({ times }) =>
    sessionRequests.duplicate(times),
  )
  write('/session-requests/slow', z.strictObject({ times: z.number().int().min(1).default(1) }), (body) =>
    sessionRequests.slow(body),
  )
  write('/session-requests/without-certificate', raw, async (body) => ({
    status: await sessionRequests.withoutCertificate(body),
  }))
  write('/session-requests/with-foreign-certificate', raw, async (body) => ({
    status: await sessionRequests.withForeignCertificate(body),
  }))
  write('/session-requests/send', raw, (body) => control.sendSession(body))
  write('/session-requests/resend', z.strictObject({ gid: z.string() }), ({ gid }) =>
    control.resendSession(gid),
  )
}

function merchantRoutes(write: Write, control: ShopifyControl): void {
  write('/installed', shop, (body) => ({ installed: control.installed(body.shop) }))
  write('/settings', settingsChange.extend({ shop: z.string() }), ({ shop, ...change }) =>
    control.settings(shop, change),
  )
  write('/expire-tokens', shop, (body) => control.expireTokens(body.shop))
  write('/uninstall', shop, (body) => control.uninstall(body.shop))
  write('/privacy-webhook', privacy, ({ shop, topic, customer }) =>
    control.sendPrivacyWebhook(shop, topic, customer),
  )
}

function readRoutes(write: Write, control: ShopifyControl): void {
  write('/sessions', empty, () => control.sessions())
  write('/transactions', empty, () => control.transactions())
  write('/checkouts', empty, () => control.checkouts())
  write('/orders', empty, () => control.orders())
  write('/violations', empty, () => control.violations())
  write('/requests', empty, () => control.requests())
  write('/final-states', empty, () => control.finalStates())
}
