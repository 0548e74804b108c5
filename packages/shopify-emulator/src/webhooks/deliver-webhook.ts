import { createHmac, randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { request } from 'undici'
import type { EmulatorContext } from '../context/emulator-context'

export interface Webhook {
  readonly topic: string
  readonly shop: string
  readonly url: string
  readonly body: unknown
}

/** Last answer (0 when there was none) and how many attempts were made. */
export interface WebhookResult {
  readonly id: string
  readonly status: number
  readonly attempts: number
}

const WAITS = [0, 200, 1000, 3000]
const TIMEOUT_MS = 5000

/** Base64 SHA-256 over the raw body with the client secret. */
export const webhookHmac = (raw: string, secret: string): string =>
  createHmac('sha256', secret).update(raw).digest('base64')

/** Sends until the app answers 2xx, a few times. Every try carries the same id, signature and body. */
export async function deliverWebhook(ctx: EmulatorContext, webhook: Webhook): Promise<WebhookResult> {
  const id = randomUUID()
  const raw = JSON.stringify(webhook.body)
  const headers = headersOf(ctx, { ...webhook, id, raw })
  let [status, attempts] = [0, 0]
  for (const wait of WAITS) {
    if (wait > 0) await sleep(wait)
    if (ctx.closing.aborted) break
    status = await tryOnce(webhook.url, { headers, raw, closing: ctx.closing })
    attempts += 1
    if (status >= 200 && status < 300) break
  }
  return { id, status, attempts }
}

function headersOf(ctx: EmulatorContext, { topic, shop, id, raw }: Webhook & { id: string; raw: string }) {
  return {
    'Content-Type': 'application/json',
    'X-Shopify-Topic': topic,
    'X-Shopify-Hmac-Sha256': webhookHmac(raw, ctx.app.apiSecretKey),
    'X-Shopify-Shop-Domain': shop,
    'X-Shopify-API-Version': ctx.app.apiVersion ?? '2026-10',
    'X-Shopify-Webhook-Id': id,
    'X-Shopify-Triggered-At': new Date(ctx.clock.now()).toISOString(),
  }
}

interface Try {
  readonly headers: Record<string, string>
  readonly raw: string
  readonly closing: AbortSignal
}

async function tryOnce(url: string, { headers, raw, closing }: Try): Promise<number> {
  try {
    const signal = AbortSignal.any([closing, AbortSignal.timeout(TIMEOUT_MS)])
    const answer = await request(url, { method: 'POST', headers, body: raw, signal })
    await answer.body.dump()
    return answer.statusCode
  } catch {
    return 0
  }
}
