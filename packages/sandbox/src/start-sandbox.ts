import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Control } from './control/control'
import { createSandbox, type SandboxOptions } from './create-sandbox'

/** Keys of one merchant of the seed. */
export interface SandboxMerchant {
  readonly name: string
  readonly apiKey: string
  readonly secretKey: string
  readonly callbackKey: string
  readonly webhookKey: string
  readonly webhookUrl?: string
}

/** A running sandbox; the keys are those of the first merchant. */
export interface Sandbox extends Omit<SandboxMerchant, 'name' | 'webhookUrl'> {
  /** Without a slash at the end; the SDK's baseUrl. */
  readonly url: string
  readonly merchants: readonly SandboxMerchant[]
  readonly control: Control
  /** Stops listening and delivering, and writes the state file once more. */
  close(): Promise<void>
}

/**
 * Starts the emulator. Rejects when the seed or the state file is wrong, or the port is taken.
 *
 * @example
 * const sandbox = await startSandbox()
 * const craftgate = new Craftgate.Client({ apiKey: sandbox.apiKey, secretKey: sandbox.secretKey, baseUrl: sandbox.url })
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = createSandbox(options)
  const server = await listen(sandbox.app.fetch, options)
  const url = urlOf(server, options.host)
  sandbox.open(url)
  const { merchants, webhookUrls, control } = sandbox
  return {
    url,
    ...keysOf(merchants[0]),
    merchants: merchants.map((one) => ({
      name: one.name,
      ...keysOf(one),
      webhookUrl: webhookUrls.get(one.apiKey),
    })),
    control,
    async close() {
      await stop(server)
      await sandbox.close()
    },
  }
}

function keysOf(merchant: Omit<SandboxMerchant, 'name'> | undefined) {
  if (!merchant) throw new Error('Seed: merchants: at least one is needed')
  const { apiKey, secretKey, callbackKey, webhookKey } = merchant
  return { apiKey, secretKey, callbackKey, webhookKey }
}

type Fetch = Parameters<typeof createAdaptorServer>[0]['fetch']

function listen(fetch: Fetch, { port = 0, host = '127.0.0.1' }: SandboxOptions): Promise<Server> {
  const server = createAdaptorServer({ fetch }) as Server
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => resolve(server))
  })
}

function stop(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}

/** A host that means "everywhere" is reached as localhost. */
function urlOf(server: Server, host = '127.0.0.1'): string {
  const { port } = server.address() as AddressInfo
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
