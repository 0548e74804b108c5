// A message to the merchant's webhook, signed as standardwebhooks.com describes, so that its libraries verify it.
import { createHmac } from 'node:crypto'
import type { Alert } from './alert'

export interface AlertWebhook {
  readonly url: string
  /** `whsec_` and base64; of a list it is signed with each. */
  readonly secret: string | readonly string[]
  /** What sends it; the process's own `fetch` without it. */
  readonly fetch?: AlertFetch
}

/** As `fetch` is asked for a message; only its status counts. */
export type AlertFetch = (
  url: string,
  request: {
    readonly method: 'POST'
    readonly redirect: 'manual'
    readonly signal: AbortSignal
    readonly headers: Readonly<Record<string, string>>
    readonly body: string
  },
) => Promise<Response>

const DEADLINE_MS = 10_000

/** Throws when it was not taken: anything but a 2xx, a redirect too, or no answer within ten seconds. */
export async function postAlert(webhook: AlertWebhook, alert: Alert, now: Date): Promise<void> {
  const { url, secret, fetch: send = fetch } = webhook
  const body = JSON.stringify(bodyOf(alert))
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const signed = `${alert.id}.${timestamp}.${body}`
  const answer = await send(url, {
    method: 'POST',
    redirect: 'manual',
    signal: AbortSignal.timeout(DEADLINE_MS),
    headers: {
      'content-type': 'application/json',
      'user-agent': 'craftgate-commerce',
      'webhook-id': alert.id,
      'webhook-timestamp': timestamp,
      'webhook-signature': [secret]
        .flat()
        .map((each) => `v1,${signatureOf(each, signed)}`)
        .join(' '),
    },
    body,
  })
  await answer.body?.cancel()
  if (!answer.ok) throw new Error(`It answered ${answer.status}`)
}

const bodyOf = ({ id: _, state, since, ...alert }: Alert) => ({
  type: `craftgate.alert.${state}`,
  timestamp: since.toISOString(),
  data: { state, since: since.toISOString(), ...alert },
})

const signatureOf = (secret: string, signed: string): string =>
  createHmac('sha256', Buffer.from(secret.slice('whsec_'.length), 'base64'))
    .update(signed)
    .digest('base64')
