import { createServer, type IncomingMessage, type Server } from 'node:http'
import { parseWebhook, type WebhookEvent } from '@craftgate-commerce/core/adapter'
import type { Environment } from '../environment'
import { stopped, type Terminal, UsageError } from '../terminal'
import { type Delivery, deliver, SIGNATURE_HEADER, signatureState } from './webhook'

export interface ListenOptions {
  readonly port: number
  /** Where each webhook is sent on to. */
  readonly forward?: string
  readonly json?: boolean
}

interface Heard {
  readonly number: number
  readonly event: WebhookEvent
  readonly body: string
  readonly signature: string
}

interface Listening {
  readonly env: Environment
  readonly terminal: Terminal
  /** Lines that somebody types: the number of a webhook sends it again. */
  readonly typed?: AsyncIterable<string>
}

const LONGEST_BODY = 1024 * 1024

/** Shows webhooks as they come, on loopback only, until it is told to stop. Throws UsageError. */
export async function listen(options: ListenOptions, { env, terminal, typed }: Listening): Promise<number> {
  const { forward, json = false, port } = options
  if (forward !== undefined && !URL.canParse(forward))
    throw new UsageError(`--forward is no address: "${forward}"`, 'It must be an http(s) URL')
  const heard: Heard[] = []
  const show = (webhook: Heard, sent?: Delivery): void =>
    terminal.out(json ? lineOf(webhook, env, sent) : textOf(webhook, env, sent))
  const pass = (webhook: Heard): Promise<Delivery | undefined> =>
    forward === undefined ? Promise.resolve(undefined) : deliver(forward, webhook.body, webhook.signature)

  const server = createServer(async (request, response) => {
    const body = await bodyOf(request)
    const event = body === undefined ? undefined : parseWebhook(body)
    if (request.method !== 'POST' || body === undefined || event === undefined) {
      response.writeHead(400).end('no webhook')
      return
    }
    const signature = String(request.headers[SIGNATURE_HEADER] ?? '')
    const webhook = { number: heard.length + 1, event, body, signature }
    heard.push(webhook)
    const sent = await pass(webhook)
    show(webhook, sent)
    // What the shop refused shall come again, as it would without us.
    response.writeHead(sent === undefined ? 200 : sent.status || 502).end()
  })
  await opened(server, port)
  const { port: taken } = server.address() as { readonly port: number }
  terminal.err(`Listening on http://127.0.0.1:${taken}${forward ? `, sending on to ${forward}` : ''}\n`)
  if (forward !== undefined && typed !== undefined) {
    terminal.err('Type the number of a webhook to send it again.\n')
    void sendAgain(typed, heard, async (webhook) => show(webhook, await pass(webhook)))
  }
  await stopped(terminal.signal)
  server.closeAllConnections()
  server.close()
  return 0
}

async function sendAgain(
  typed: AsyncIterable<string>,
  heard: readonly Heard[],
  send: (webhook: Heard) => Promise<void>,
): Promise<void> {
  for await (const line of typed) {
    const webhook = heard[Number(line.trim()) - 1]
    if (webhook !== undefined) await send(webhook)
  }
}

function opened(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) =>
      reject(
        new UsageError(`Port ${port} cannot be listened on: ${error.message}`, 'Take another with --port'),
      ),
    )
    server.listen(port, '127.0.0.1', resolve)
  })
}

/** Undefined for one that is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > LONGEST_BODY) return undefined
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

function lineOf({ number, event, signature }: Heard, env: Environment, forwarded?: Delivery): string {
  const state = signatureState(event, signature, env.CRAFTGATE_WEBHOOK_KEY)
  return `${JSON.stringify({ number, event, signature: state, ...(forwarded && { forwarded }) })}\n`
}

const SIGNED = { right: 'signature right', wrong: 'SIGNATURE WRONG', none: 'signature not checked' } as const

function textOf({ number, event, signature }: Heard, env: Environment, sent?: Delivery): string {
  const { eventType, status, payloadId } = event
  const state = SIGNED[signatureState(event, signature, env.CRAFTGATE_WEBHOOK_KEY)]
  const answer = sent && (sent.status === 0 ? `no answer (${sent.body})` : String(sent.status))
  return `#${number} ${eventType} ${status} ${payloadId}  ${state}${answer ? `  → ${answer}` : ''}\n`
}
