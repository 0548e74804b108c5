import { createServer } from 'node:https'
import { type Logger, silentLogger } from '@craftgate-commerce/core'
import { type ServerType, serve } from '@hono/node-server'
import { compose, type Rooms } from './compose'
import { createPublicApp, createSessionApp } from './create-apps'
import { openDatabase } from './database'
import type { Clock } from './house'
import { Life } from './http/life'
import type { AppOptions } from './options'
import { BossJobs } from './telling/boss-jobs'
import { ASK_FOR_CERTIFICATE, reloadCertificates, tlsContextOf } from './trust'

const CUT_AFTER_MS = 10_000

export interface StartParts {
  readonly options: AppOptions
  readonly logger?: Logger
  readonly clock?: Clock
}

export interface RunningApp {
  readonly port: number
  /** Of the address that checks Shopify's certificate; absent when a proxy does. */
  readonly sessionPort?: number
  /** Takes no new requests, lets those end that have begun, and jobs too. */
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
}: StartParts): Promise<RunningApp> {
  const database = await openDatabase(options.databaseUrl)
  const jobs = await BossJobs.start(options.databaseUrl, logger)
  const rooms = compose({ options, database, logger, clock }, jobs)
  const life = new Life()
  const servers = [
    await listen(serve({ fetch: life.during(createPublicApp(rooms).fetch), port: options.port })),
  ]
  const stopWatching = await listenForSessions(rooms, servers, life)
  if (options.worker) await work(rooms, jobs)
  return {
    port: portOf(servers[0]),
    sessionPort: servers[1] && portOf(servers[1]),
    async stop() {
      life.end()
      stopWatching()
      await Promise.all(servers.map(closed))
      await jobs.stop()
      await rooms.advance.idle(CUT_AFTER_MS / 2)
      await rooms.tenants.close()
      await database.destroy()
    },
  }
}

async function listenForSessions(rooms: Rooms, servers: ServerType[], life: Life): Promise<() => void> {
  const { mtls } = rooms.house.options
  if (mtls.mode === 'proxy' || mtls.mode === 'off') return () => {}
  const { fetch } = createSessionApp(rooms)
  const serverOptions = { ...tlsContextOf(mtls), ...ASK_FOR_CERTIFICATE }
  const server = await listen(
    serve({ fetch: life.during(fetch), port: mtls.port, createServer, serverOptions }),
  )
  servers.push(server)
  return 'setSecureContext' in server ? reloadCertificates(server, mtls, rooms.house.logger) : () => {}
}

async function work(rooms: Rooms, jobs: BossJobs): Promise<void> {
  const { house, advance, rounds, tokens } = rooms
  await jobs.work((job) => advance.due(job))
  if (house.options.reconcileJob)
    await jobs.byTheClock({ name: 'craftgate-reconcile', cron: '* * * * *', run: () => rounds.run() })
  const run = async () => {
    const refreshed = await tokens.refreshIdle()
    if (refreshed > 0) house.logger.info('Idle tokens were refreshed', { shops: refreshed })
  }
  await jobs.byTheClock({ name: 'craftgate-refresh-tokens', cron: '17 3 * * *', run })
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
    const cut = setTimeout(
      () => 'closeAllConnections' in server && server.closeAllConnections(),
      CUT_AFTER_MS,
    )
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    if ('closeIdleConnections' in server) server.closeIdleConnections()
  })
}

function portOf(server: ServerType | undefined): number {
  const address = server?.address()
  return typeof address === 'object' && address ? address.port : 0
}
