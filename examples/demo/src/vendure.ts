import { inRoot } from './places'
import { addressOf } from './places-of-stores'
import { logOf, type Restartable, restartable, startAll } from './restartable'
import type { SeededDatabase } from './seeded-database'

export const SUPERADMIN = { identifier: 'superadmin', password: 'craftgate-demo' } as const

export interface VendureInstance extends Restartable {
  readonly url: string
  readonly shopApi: string
  readonly adminApi: string
  readonly dashboard: string
}

export interface VendureShop {
  readonly databaseUrl: string
  /** All of them serve the same shop; each begins payments that come back to its own address. */
  readonly instances: readonly VendureInstance[]
  /** The first instance. */
  readonly main: VendureInstance
  stop(): Promise<void>
}

export interface VendureOptions {
  readonly stateDir: string
  readonly database: SeededDatabase
  /** Environment of the store that all processes share. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly ports: readonly number[]
  /** Also runs the worker: search index and scheduled tasks. */
  readonly worker: boolean
}

/** Starts the servers, then the worker. */
export async function startVendure(options: VendureOptions): Promise<VendureShop> {
  const instances = options.ports.map((port, index) => instanceOf(options, port, index))
  const [main] = instances
  if (!main) throw new Error('A Vendure shop needs at least one instance')
  const worker = options.worker ? [processOf(options, 'Vendure worker', 'worker.js', options.ports[0])] : []
  const stop = await startAll([...instances, ...worker])
  return { databaseUrl: options.database.url, instances, main, stop }
}

function instanceOf(options: VendureOptions, port: number, index: number): VendureInstance {
  const url = addressOf(port)
  const life = processOf(options, `Vendure server ${index + 1}`, 'main.js', port)
  return {
    url,
    shopApi: `${url}/shop-api`,
    adminApi: `${url}/admin-api`,
    dashboard: `${url}/dashboard`,
    ...life,
  }
}

function processOf(options: VendureOptions, name: string, script: string, port = 0): Restartable {
  return restartable({
    name,
    script: inRoot('examples/vendure-store/dist', script),
    env: {
      ...options.env,
      DATABASE_URL: options.database.url,
      ASSET_DIR: options.database.assetDir,
      PORT: String(port),
      PUBLIC_URL: addressOf(port),
    },
    logFile: logOf(options.stateDir, name),
  })
}
