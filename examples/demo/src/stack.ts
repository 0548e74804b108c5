import { type Sandbox, type SandboxOptions, startSandbox } from '@craftgate-commerce/sandbox'
import { freePort } from './ports'
import { type Postgres, startPostgres } from './postgres'
import { secretsIn } from './secrets'
import { type Storefront, startStorefront } from './storefront'
import { SUPERADMIN, startVendure, type VendureShop, vendurePorts } from './vendure'
import { freshDatabase, keptDatabase } from './vendure-database'

export interface StackOptions {
  /** Where database, pictures and logs live; see `stateDirectory`. One running stack for each. */
  readonly stateDir: string
  /** A PostgreSQL that runs already; without it the embedded one is started. */
  readonly databaseUrl?: string
  /** Name of the shop's database. Default `vendure`. */
  readonly database?: string
  /** Begin with a new copy of the seeded shop instead of what is there; also makes the database faster and less safe. */
  readonly fresh?: boolean
  /** Passed to the emulator; its webhooks go to the first Vendure instance unless `webhookUrl` says otherwise. */
  readonly sandbox?: SandboxOptions
  /** Wanted ports; the next free one when somebody has it. Absent: any free one. */
  readonly ports?: { readonly storefront?: number; readonly vendure?: number; readonly sandbox?: number }
  readonly vendure?: {
    /** Servers on one database. Default 1. */
    readonly instances?: number
    /** Default true. */
    readonly worker?: boolean
    /** More environment of the store, e.g. RECONCILE_AFTER_SECONDS. */
    readonly env?: Readonly<Record<string, string>>
  }
  /** Default true. */
  readonly storefront?: boolean
  /** Told before each phase begins. */
  readonly onPhase?: (phase: Phase) => void
}

export type Phase = 'database' | 'emulator' | 'seed' | 'vendure' | 'storefront'

export interface Stack {
  readonly postgres: Postgres
  readonly sandbox: Sandbox
  readonly vendure: VendureShop
  readonly storefront?: Storefront
  /** Stops everything that was started, in the order that loses nothing. */
  stop(): Promise<void>
}

/** Starts database, emulator, shop and storefront. When one of them does not start, the others are stopped again. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const running: { stop(): Promise<void> }[] = []
  const keep = <T extends { stop(): Promise<void> }>(part: T): T => {
    running.unshift(part)
    return part
  }
  const stop = async () => {
    for (const part of running.splice(0)) await part.stop()
  }
  try {
    return { ...(await startParts(options, keep)), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

type Keep = <T extends { stop(): Promise<void> }>(part: T) => T

async function startParts(options: StackOptions, keep: Keep): Promise<Omit<Stack, 'stop'>> {
  const { stateDir, ports = {}, onPhase = () => {} } = options
  const vendurePortsTaken = await vendurePorts(options.vendure?.instances ?? 1, ports.vendure)
  const storefrontPort = await freePort(ports.storefront)
  onPhase('database')
  const postgres = keep(
    await startPostgres({ stateDir, databaseUrl: options.databaseUrl, throwaway: options.fresh }),
  )
  onPhase('emulator')
  const sandbox = await startSandbox({
    port: await freePort(ports.sandbox),
    webhookUrl: `http://127.0.0.1:${vendurePortsTaken[0]}/craftgate/webhook`,
    ...options.sandbox,
  })
  keep({ stop: () => sandbox.close() })
  const env = storeEnvironment(options, sandbox, storefrontPort)
  onPhase('seed')
  const plan = { postgres, stateDir, env: { ...env, PORT: '1', PUBLIC_URL: 'http://127.0.0.1:1' } }
  const name = options.database ?? 'vendure'
  const database = await (options.fresh ? freshDatabase(plan, name) : keptDatabase(plan, name))
  onPhase('vendure')
  const worker = options.vendure?.worker ?? true
  const vendure = keep(await startVendure({ stateDir, database, env, worker, ports: vendurePortsTaken }))
  if (options.storefront === false) return { postgres, sandbox, vendure }
  onPhase('storefront')
  const vendureUrl = vendure.main.url
  const storefront = keep(await startStorefront({ stateDir, port: storefrontPort, vendureUrl }))
  return { postgres, sandbox, vendure, storefront }
}

function storeEnvironment(options: StackOptions, sandbox: Sandbox, storefrontPort: number) {
  const { linkSecret, cookieSecret } = secretsIn(options.stateDir)
  return {
    STOREFRONT_URL: `http://127.0.0.1:${storefrontPort}`,
    CRAFTGATE_URL: sandbox.url,
    CRAFTGATE_API_KEY: sandbox.apiKey,
    CRAFTGATE_SECRET_KEY: sandbox.secretKey,
    CRAFTGATE_WEBHOOK_KEY: sandbox.webhookKey,
    CRAFTGATE_CALLBACK_KEY: sandbox.callbackKey,
    LINK_SECRET: linkSecret,
    COOKIE_SECRET: cookieSecret,
    SUPERADMIN_USERNAME: SUPERADMIN.identifier,
    SUPERADMIN_PASSWORD: SUPERADMIN.password,
    ...options.vendure?.env,
  }
}
