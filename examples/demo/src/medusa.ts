import { existsSync } from 'node:fs'
import { inRoot } from './places'
import { addressOf } from './places-of-stores'
import { withClient } from './postgres'
import { logOf, type Restartable, restartable, startAll } from './restartable'
import type { SeededDatabase } from './seeded-database'

/** Medusa asks for an e-mail address where Vendure takes a name. */
export const MEDUSA_ADMIN = { email: 'superadmin@zerdali.example', password: 'craftgate-demo' } as const

/** The built store. */
export const MEDUSA_STORE = 'examples/medusa-store/dist'

export interface MedusaInstance extends Restartable {
  readonly url: string
  readonly adminUrl: string
}

export interface MedusaShop {
  readonly databaseUrl: string
  /** What every request to /store carries as `x-publishable-api-key`. */
  readonly publishableKey: string
  /** All of them serve the same shop; each begins payments that come back to its own address. */
  readonly instances: readonly MedusaInstance[]
  /** The first instance. */
  readonly main: MedusaInstance
  stop(): Promise<void>
}

export interface MedusaOptions {
  readonly stateDir: string
  readonly database: SeededDatabase
  /** Environment of the store that all processes share. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly ports: readonly number[]
}

export async function startMedusa(options: MedusaOptions): Promise<MedusaShop> {
  const instances = options.ports.map((port, index) => instanceOf(options, port, index))
  const [main] = instances
  if (!main) throw new Error('A Medusa shop needs at least one instance')
  const databaseUrl = options.database.url
  const publishableKey = await publishableKeyIn(databaseUrl)
  const stop = await startAll(instances)
  return { databaseUrl, publishableKey, instances, main, stop }
}

function instanceOf(options: MedusaOptions, port: number, index: number): MedusaInstance {
  const url = addressOf(port)
  const name = `Medusa server ${index + 1}`
  const life = restartable({
    name,
    script: inRoot(MEDUSA_STORE, 'src/main.js'),
    env: {
      ...options.env,
      NODE_ENV: 'production',
      ADMIN_DISABLED: String(!adminIsBuilt()),
      DATABASE_URL: options.database.url,
      PORT: String(port),
      PUBLIC_URL: url,
    },
    logFile: logOf(options.stateDir, name),
  })
  return { url, adminUrl: `${url}/app`, ...life }
}

/** Tests do without; the demo builds it first. */
const adminIsBuilt = (): boolean => existsSync(inRoot(MEDUSA_STORE, 'public/admin/index.html'))

function publishableKeyIn(databaseUrl: string): Promise<string> {
  return withClient(databaseUrl, async (client) => {
    const query = "SELECT token FROM api_key WHERE type = 'publishable' ORDER BY created_at LIMIT 1"
    const { rows } = await client.query<{ token: string }>(query)
    if (!rows[0]) throw new Error('The Medusa store has no publishable key: was it seeded?')
    return rows[0].token
  })
}
