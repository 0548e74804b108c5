import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface HeldCall {
  /** Resolves when a call has come that is kept back. */
  readonly arrived: Promise<void>
  /** Lets it and all that follow through. */
  release(): void
}

/** Stands between a shop and Craftgate, and keeps calls back until a test lets them through: a slow bank. */
export class CraftgateGate {
  /** Method and path of every call that has come. */
  readonly calls: string[] = []
  private held?: { readonly path: RegExp; readonly arrived: () => void; readonly open: Promise<void> }
  private readonly server: Server

  private constructor(private readonly craftgate: URL) {
    this.server = createServer((incoming, outgoing) => void this.pass(incoming, outgoing))
  }

  static async before(craftgate: string): Promise<CraftgateGate> {
    const gate = new CraftgateGate(new URL(craftgate))
    gate.server.listen(0, '127.0.0.1')
    await once(gate.server, 'listening')
    return gate
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo
    return `http://127.0.0.1:${port}`
  }

  hold(path: RegExp): HeldCall {
    const [arrived, open] = [signal(), signal()]
    this.held = { path, arrived: arrived.give, open: open.given }
    const release = () => {
      this.held = undefined
      open.give()
    }
    return { arrived: arrived.given, release }
  }

  async close(): Promise<void> {
    this.server.closeAllConnections()
    this.server.close()
    await once(this.server, 'close')
  }

  private async pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = incoming.url ?? ''
    this.calls.push(`${incoming.method} ${path}`)
    const { held } = this
    if (held?.path.test(path)) {
      held.arrived()
      await held.open
    }
    const { method, headers } = incoming
    const { hostname, port } = this.craftgate
    const forward = request({ hostname, port, path, method, headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    forward.once('error', () => outgoing.destroy())
    incoming.pipe(forward)
  }
}

function signal(): { readonly given: Promise<void>; readonly give: () => void } {
  let give = () => {}
  const given = new Promise<void>((resolve) => {
    give = resolve
  })
  return { given, give }
}
