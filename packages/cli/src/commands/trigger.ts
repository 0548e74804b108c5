import { WEBHOOK_EVENT_TYPES, webhookSignature } from '@craftgate-commerce/core/adapter'
import type { Environment } from '../environment'
import { type Terminal, UsageError } from '../terminal'
import { deliver } from './webhook'

export interface TriggerOptions {
  /** Where the shop hears webhooks. */
  readonly to?: string
  /** The payment, token, refund or POS alias that it is about. */
  readonly id: string
  readonly status: 'SUCCESS' | 'FAILURE'
  readonly json?: boolean
}

/**
 * Sends a signed webhook to a shop, as Craftgate would. 0 when the shop took it. What it tells is never believed: a shop asks
 * Craftgate about the id, so use one that the emulator or the sandbox knows. Throws UsageError.
 */
export async function trigger(
  eventType: string,
  { to, id, status, json = false }: TriggerOptions,
  { env, terminal: { out } }: { readonly env: Environment; readonly terminal: Pick<Terminal, 'out'> },
): Promise<number> {
  const types: readonly string[] = WEBHOOK_EVENT_TYPES
  if (!types.includes(eventType))
    throw new UsageError(`There is no event ${eventType}`, `It is one of ${types.join(', ')}`)
  const url = to ?? addressOf(env)
  if (!URL.canParse(url)) throw new UsageError(`--to is no address: "${url}"`, 'It must be an http(s) URL')
  const webhookKey = env.CRAFTGATE_WEBHOOK_KEY
  if (!webhookKey)
    throw new UsageError(
      'CRAFTGATE_WEBHOOK_KEY is missing: the webhook cannot be signed',
      'Put the key of the shop in the environment or in .env',
    )
  const event = { eventType, eventTimestamp: Math.floor(Date.now() / 1000), status, payloadId: id }
  const signature = webhookSignature(webhookKey, { ...event, eventTimestamp: String(event.eventTimestamp) })
  const answer = await deliver(url, JSON.stringify(event), signature)
  out(json ? `${JSON.stringify({ event, url, answer })}\n` : `${eventType} ${id} → ${url}: ${said(answer)}\n`)
  return answer.status >= 200 && answer.status < 300 ? 0 : 1
}

function addressOf({ CRAFTGATE_PUBLIC_URL: publicUrl }: Environment): string {
  if (publicUrl) return `${publicUrl.replace(/\/+$/, '')}/craftgate/webhook`
  throw new UsageError(
    'The address of the shop is not known',
    'Say where it hears webhooks: --to URL, or CRAFTGATE_PUBLIC_URL',
  )
}

const said = ({ status, body }: { readonly status: number; readonly body: string }): string =>
  status === 0 ? `no answer (${body})` : `${status} ${body}`.trim()
