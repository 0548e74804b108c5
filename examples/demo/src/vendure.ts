import path from 'node:path'
import { type Child, startChild } from './child'
import { inRoot } from './places'
import { freePort } from './ports'
import type { SeededDatabase } from './vendure-database'

export const SUPERADMIN = { identifier: 'superadmin', password: 'craftgate-demo' } as const

export interface VendureInstance {
  readonly url: string
  readonly shopApi: string
  readonly adminApi: string
  readonly dashboard: string
  /** Starts it again on the same port. Does nothing while it runs. */
  start(): Promise<void>
  /** Lets requests end, then stops. SIGKILL: as when the machine dies. */
  stop(signal?: 'SIGTERM' | 'SIGKILL'): Promise<void>
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
  const worker = options.worker ? workerOf(options) : undefined
  const stop = async () => {
    await worker?.stop()
    await Promise.all(instances.map((instance) => instance.stop()))
  }
  try {
    for (const instance of instances) await instance.start()
    await worker?.start()
  } catch (error) {
    await stop()
    throw error
  }
  return { databaseUrl: options.database.url, instances, main, stop }
}

function instanceOf(options: VendureOptions, port: number, index: number): VendureInstance {
  const url = `http://127.0.0.1:${port}`
  const life = restartable(options, {
    name: `Vendure server ${index + 1}`,
    script: 'main.js',
    env: { PORT: String(port), PUBLIC_URL: url },
  })
  return {
    url,
    shopApi: `${url}/shop-api`,
    adminApi: `${url}/admin-api`,
    dashboard: `${url}/dashboard`,
    ...life,
  }
}

function workerOf(options: VendureOptions) {
  const [port = 0] = options.ports
  const env = { PORT: String(port), PUBLIC_URL: `http://127.0.0.1:${port}` }
  return restartable(options, { name: 'Vendure worker', script: 'worker.js', env })
}

interface Process {
  readonly name: string
  readonly script: string
  readonly env: Readonly<Record<string, string>>
}

function restartable(
  options: VendureOptions,
  { name, script, env }: Process,
): Pick<VendureInstance, 'start' | 'stop'> {
  let child: Child | undefined
  return {
    async start() {
      child ??= await startChild({
        name,
        script: inRoot('examples/vendure-store/dist', script),
        env: {
          ...options.env,
          DATABASE_URL: options.database.url,
          ASSET_DIR: options.database.assetDir,
          ...env,
        },
        logFile: path.join(options.stateDir, 'logs', `${name.toLowerCase().replaceAll(' ', '-')}.log`),
      })
    },
    async stop(signal) {
      await child?.stop(signal)
      child = undefined
    },
  }
}

/** A port for each instance: the wanted one and those after it, or any. */
export async function vendurePorts(
  instances: number,
  wanted: number | undefined,
): Promise<readonly number[]> {
  const ports: number[] = []
  for (let i = 0; i < instances; i++) ports.push(await freePort(wanted === undefined ? 0 : wanted + i))
  return ports
}
