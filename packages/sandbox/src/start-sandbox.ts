import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import type { Control } from './control/control'
import { createControl } from './control/create-control'
import { Faults } from './control/faults'
import { RequestLog } from './control/request-log'
import { SandboxClock, type TimeSource } from './engine/clock/clock'
import { createDesk } from './engine/desk/create-desk'
import { emptyState } from './engine/state'
import { honestSwitches } from './engine/switches'
import { Outbox } from './engine/webhooks/outbox'
import type { World } from './engine/world'
import { consoleSources } from './http/console-sources'
import { createApp } from './http/create-app'
import { type Logger, silentLogger } from './http/logger'
import { Repeater } from './http/repeat-post'
import { type Merchant, parseSeed, type SeedInput } from './seed/seed'
import { loadState, saveState } from './store/state-file'

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Default 127.0.0.1: only this machine. */
  readonly host?: string
  readonly seed?: SeedInput
  /** Where the first merchant hears webhooks; stronger than the seed's. */
  readonly webhookUrl?: string
  /** A date to start at, or a source of milliseconds to follow; default is the wall clock. */
  readonly clock?: Date | TimeSource
  /** How many times faster than the wall clock; 0 stands still and only moves by `control.clock.advance`. */
  readonly timeScale?: number
  /** Where the state is kept between runs; without it, in memory. */
  readonly stateFile?: string
  readonly logger?: Logger
}

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
  const { merchants } = parseSeed(options.seed)
  const logger = options.logger ?? silentLogger
  const state = options.stateFile === undefined ? emptyState() : loadState(options.stateFile)
  const clock = new SandboxClock(options)
  if (state.savedAt !== undefined) clock.moveTo(state.savedAt)
  const repeater = new Repeater()
  let url = ''
  const world: World = {
    ...{ state, clock, merchants },
    switches: honestSwitches(),
    url: () => url,
    repeat: (post) => repeater.repeat(post),
  }
  const save = () => {
    if (options.stateFile === undefined) return
    state.savedAt = clock.now()
    saveState(options.stateFile, state)
  }
  const webhookUrls = webhookUrlsOf(merchants, options.webhookUrl)
  const outbox = new Outbox({ world, urlOf: (merchant) => webhookUrls.get(merchant), changed: save })
  const changed = () => {
    outbox.arm()
    save()
  }
  const [faults, requests] = [new Faults(), new RequestLog()]
  const control = createControl({ world, outbox, faults, requests, webhookUrls, changed })
  const desk = createDesk(world, changed)
  const recording = { log: requests, logger, now: () => clock.now(), changed }
  const sources = consoleSources({ world, control, webhookUrls })
  const app = createApp({ world, desk, control, console: sources, faults, recording })
  const server = await listen(app.fetch, options)
  url = urlOf(server, options.host)
  outbox.arm()
  logger.info('sandbox is listening', { url })
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
      await Promise.all([outbox.close(), repeater.close()])
      save()
    },
  }
}

function webhookUrlsOf(merchants: readonly Merchant[], first: string | undefined): Map<string, string> {
  const urls = new Map<string, string>()
  for (const { apiKey, webhookUrl } of merchants) if (webhookUrl !== undefined) urls.set(apiKey, webhookUrl)
  const [merchant] = merchants
  if (merchant && first !== undefined) urls.set(merchant.apiKey, first)
  return urls
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
