import { randomUUID } from 'node:crypto'
import { Agent, request } from 'undici'
import type { CertificateBundle } from '../certificates/bundle'

/** Which client certificate a request shows. */
export type Certificate = 'shopify' | 'none' | 'foreign'
export type SessionKind = 'payment' | 'refund' | 'capture' | 'void'

export interface SessionPost {
  readonly url: string
  readonly shop: string
  readonly apiVersion: string
  readonly body: unknown
  readonly certificate?: Certificate
  /** Stronger than Shopify's own; for requests that Shopify would not send. */
  readonly headers?: Readonly<Record<string, string>>
  readonly timeoutMs: number
}

/** What came back; status 0 when nothing did, and `text` then says why. */
export interface SessionAnswer {
  readonly status: number
  readonly text: string
}

/** Posts session requests over mutual TLS. */
export class SessionPoster {
  private readonly agents: Record<Certificate, Agent>

  constructor({ appServerCa: ca, client, clientKey, foreignClient, foreignClientKey }: CertificateBundle) {
    this.agents = {
      shopify: new Agent({ connect: { ca, cert: client, key: clientKey } }),
      none: new Agent({ connect: { ca } }),
      foreign: new Agent({ connect: { ca, cert: foreignClient, key: foreignClientKey } }),
    }
  }

  /** One try. Never throws. */
  async post(post: SessionPost): Promise<SessionAnswer> {
    try {
      const answer = await request(post.url, {
        method: 'POST',
        headers: { ...headersOf(post), ...post.headers },
        body: typeof post.body === 'string' ? post.body : JSON.stringify(post.body),
        dispatcher: this.agents[post.certificate ?? 'shopify'],
        signal: AbortSignal.timeout(post.timeoutMs),
      })
      return { status: answer.statusCode, text: await answer.body.text() }
    } catch (error) {
      return { status: 0, text: reasonOf(error) }
    }
  }

  async close(): Promise<void> {
    await Promise.all(Object.values(this.agents).map((agent) => agent.destroy()))
  }
}

/** The request id is for tracing: every try has its own. */
const headersOf = ({ shop, apiVersion }: SessionPost): Record<string, string> => ({
  'Content-Type': 'application/json',
  'Shopify-Shop-Domain': shop,
  'Shopify-Request-Id': randomUUID(),
  'Shopify-Api-Version': apiVersion,
})

/** ECONNREFUSED, UND_ERR_…, TimeoutError: the short name of why nobody answered. */
export function reasonOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'no answer'
  if ('code' in error && typeof error.code === 'string') return error.code
  return 'name' in error ? String(error.name) : 'no answer'
}
