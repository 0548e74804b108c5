import { createServer } from 'node:https'
import { setTimeout } from 'node:timers/promises'
import type { Logger } from '@craftgate-commerce/core'
import { silentLogger } from '@craftgate-commerce/core/adapter'
import { type ServerType, serve } from '@hono/node-server'
import type { Clock } from '../context/clock'
import { openDatabase } from '../database'
import { GracefulShutdown } from '../http/graceful-shutdown'
import { Lease } from '../jobs/lease'
import { type CronJobName, PgBossJobQueue } from '../jobs/pg-boss-job-queue'
import { runRetention } from '../jobs/retention-job'
import { ASK_FOR_CERTIFICATE, reloadCertificates, tlsContextOf } from '../mtls'
import type { AppOptions } from '../options'
import { createPublicApp, createSessionApp } from './create-apps'
import { type AppServices, createServices } from './create-services'

const SHUTDOWN_TIMEOUT_MS = 10_000

export interface StartOptions {
  readonly options: AppOptions
  readonly logger?: Logger
  readonly clock?: Clock
}

export interface RunningApp {
  readonly port: number
  /** Of the address that checks Shopify's certificate; absent when a proxy does. */
  readonly sessionPort?: number
  /**
   * Jobs first, while requests are still answered and balancers learn that it is not ready; then it takes no new requests
   * and lets those end that have begun.
   */
  stop(): Promise<void>
}

/**
 * Starts the app: tables, jobs, servers. Two processes on one database share all work.
 * Throws what the database or a port says when one of them cannot be had.
 */
export async function startApp({
  options,
  logger = silentLogger,
  clock = () => new Date(),
}: StartOptions): Promise<RunningApp> {
  const { databaseUrl, pools, host } = options
  const database = await openDatabase(databaseUrl, pools.app)
  const jobs = await PgBossJobQueue.start({ databaseUrl, poolSize: pools.jobs, logger })
  const services = createServices({ options, database, logger, clock }, jobs)
  const shutdown = new GracefulShutdown()
  const servers = [
    await listen(
      serve({ fetch: shutdown.wrap(createPublicApp(services).fetch), port: options.port, hostname: host }),
    ),
  ]
  const stopWatching = await listenForSessions(services, servers, shutdown)
  if (options.worker) await work(services, jobs)
  return {
    port: portOf(servers[0]),
    sessionPort: servers[1] && portOf(servers[1]),
    async stop() {
      shutdown.begin()
      stopWatching()
      const balancersKnow = setTimeout(options.shutdownDelaySeconds * 1000)
      await jobs.stopWorking()
      await balancersKnow
      await Promise.all(servers.map(closed))
      await jobs.stop()
      await services.processor.drain(SHUTDOWN_TIMEOUT_MS / 2)
      await services.tenants.close()
      await database.destroy()
    },
  }
}

async function listenForSessions(
  services: AppServices,
  servers: ServerType[],
  shutdown: GracefulShutdown,
): Promise<() => void> {
  const { mtls, host } = services.context.options
  if (mtls.mode === 'proxy' || mtls.mode === 'off') return () => {}
  const { fetch } = createSessionApp(services)
  const serverOptions = { ...tlsContextOf(mtls), ...ASK_FOR_CERTIFICATE }
  const server = await listen(
    serve({ fetch: shutdown.wrap(fetch), port: mtls.port, hostname: host, createServer, serverOptions }),
  )
  servers.push(server)
  return 'setSecureContext' in server ? reloadCertificates(server, mtls, services.context.logger) : () => {}
}

async function work(services: AppServices, jobs: PgBossJobQueue): Promise<void> {
  const { context, processor, reconciliation, tokens } = services
  await jobs.work((job) => processor.processJob(job))
  const schedule = (name: CronJobName, cron: string, work: () => Promise<void>) => {
    const lease = new Lease(context, name)
    return jobs.schedule({ name, cron, run: async () => void (await lease.whileHeld(work)) })
  }
  if (context.options.reconcileJob)
    await schedule('craftgate-reconcile', '* * * * *', () => reconciliation.run())
  await schedule('craftgate-refresh-tokens', '17 3 * * *', async () => {
    const refreshed = await tokens.refreshIdle()
    if (refreshed > 0) context.logger.info('Idle tokens were refreshed', { shops: refreshed })
  })
  await schedule('craftgate-retention', '43 2 * * *', async () => {
    await runRetention(context)
  })
}

function listen(server: ServerType): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    if (server.listening) return resolve(server)
    server.once('listening', () => resolve(server)).once('error', reject)
  })
}

/** Lets requests end that have begun; who keeps a connection busy for longer is cut off. */
function closed(server: ServerType): Promise<void> {
  return new Promise((resolve) => {
    const cut = new AbortController()
    setTimeout(SHUTDOWN_TIMEOUT_MS, undefined, { signal: cut.signal }).then(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      () => {},
    )
    server.close(() => {
      cut.abort()
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}

function portOf(server: ServerType | undefined): number {
  const address = server?.address()
  return typeof address === 'object' && address ? address.port : 0
}
