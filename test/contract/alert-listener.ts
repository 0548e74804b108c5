import { createHmac } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { until } from '../until'

const SECRET = `whsec_${Buffer.from('a key of the contract that signs alerts').toString('base64')}`

export interface HeardAlert {
  readonly id: string
  readonly shop?: string
  readonly kind: string
  readonly state: string
  readonly count: number
  readonly url: string
  readonly raw: string
}

/** The merchant's own server: it takes alerts whose signature is right, and keeps them. */
export class AlertListener {
  readonly heard: HeardAlert[] = []
  /** What it was told that alerts are signed with. */
  secret = SECRET
  private readonly server: Server

  private constructor() {
    this.server = createServer(async (request, response) => {
      let raw = ''
      for await (const part of request) raw += part
      const id = String(request.headers['webhook-id'])
      const signed = `${id}.${request.headers['webhook-timestamp']}.${raw}`
      const signature = `v1,${createHmac('sha256', Buffer.from(this.secret.slice('whsec_'.length), 'base64'))
        .update(signed)
        .digest('base64')}`
      const isGenuine = request.headers['webhook-signature'] === signature
      if (isGenuine) this.heard.push({ ...JSON.parse(raw).data, id, raw })
      response.writeHead(isGenuine ? 204 : 401).end()
    })
  }

  static async start(): Promise<AlertListener> {
    const listener = new AlertListener()
    await new Promise<void>((ready) => listener.server.listen(0, '127.0.0.1', ready))
    return listener
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/alerts`
  }

  /** What a store is told of it. Everything that is news is told at once. */
  get env(): Readonly<Record<string, string>> {
    return {
      ALERTS_WEBHOOK_URL: this.url,
      ALERTS_WEBHOOK_SECRET: this.secret,
      ALERTS_REPEAT_MINUTES: '0',
    }
  }

  /** Those of one kind, once there are so many, or after as long as `until` waits. */
  of(kind: string, count = 0): Promise<readonly HeardAlert[]> {
    const own = () => this.heard.filter((alert) => alert.kind === kind)
    return until(own, (alerts) => alerts.length >= count)
  }

  close(): void {
    this.server.close()
    this.server.closeAllConnections()
  }
}
