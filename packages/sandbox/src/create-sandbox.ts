import type { Hono } from 'hono'
import type { ApiEnv } from './api/api-context'
import { createConsoleSources } from './console'
import type { Control } from './control/control'
import { createControl } from './control/create-control'
import { Faults } from './control/faults'
import { RequestLog } from './control/request-log'
import { SandboxClock, type TimeSource } from './engine/clock/clock'
import type { SandboxContext } from './engine/context'
import { defaultFaultSettings } from './engine/fault-settings'
import { createHostedPageService } from './engine/hosted-page/create-hosted-page-service'
import { emptyState } from './engine/state'
import { WebhookDispatcher } from './engine/webhooks/webhook-dispatcher'
import { createApp } from './http/create-app'
import { DuplicateCallbackSender } from './http/duplicate-callback-sender'
import { type Logger, silentLogger } from './http/logger'
import { type Merchant, parseSeed, type SeedInput } from './seed/seed'
import { loadState, saveState } from './store/state-file'

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Default 127.0.0.1: only this machine. */
  readonly host?: string
  readonly seed?: SeedInput
  /** Where the first merchant receives webhooks; stronger than the seed's. */
  readonly webhookUrl?: string
  /** A date to start at, or a source of milliseconds to follow; default is the wall clock. */
  readonly clock?: Date | TimeSource
  /** How many times faster than the wall clock; 0 stands still and only moves by `control.clock.advance`. */
  readonly timeScale?: number
  /** Where the state is kept between runs; without it, in memory. */
  readonly stateFile?: string
  readonly logger?: Logger
}

/** The whole sandbox but the socket that it listens on. */
export interface SandboxApp {
  readonly app: Hono<ApiEnv>
  readonly control: Control
  readonly merchants: readonly Merchant[]
  readonly webhookUrls: ReadonlyMap<string, string>
  /** Called once the address is known: pages link to it, and webhooks start. */
  open(url: string): void
  close(): Promise<void>
}

/** Composes the sandbox. Throws when the seed or the state file is wrong. */
export function createSandbox(options: SandboxOptions): SandboxApp {
  const logger = options.logger ?? silentLogger
  const callbackSender = new DuplicateCallbackSender()
  const { ctx, open } = createContext(options, callbackSender)
  const webhookUrls = webhookUrlsOf(ctx.merchants, options.webhookUrl)
  const save = saver(ctx, options.stateFile)
  const dispatcher = new WebhookDispatcher({
    ctx,
    urlOf: (merchant) => webhookUrls.get(merchant),
    changed: save,
  })
  const changed = () => {
    dispatcher.schedule()
    save()
  }
  const [faults, requests] = [new Faults(), new RequestLog()]
  const control = createControl({ ctx, dispatcher, faults, requests, webhookUrls, changed })
  const recording = { log: requests, logger, now: () => ctx.clock.now(), changed }
  const console = createConsoleSources({ ctx, control, webhookUrls })
  const service = createHostedPageService(ctx, changed)
  return {
    ...{ control, webhookUrls, merchants: ctx.merchants },
    app: createApp({ ctx, service, control, console, faults, recording }),
    open(url) {
      open(url)
      dispatcher.schedule()
      logger.info('sandbox is listening', { url })
    },
    async close() {
      await Promise.all([dispatcher.close(), callbackSender.close()])
      save()
    },
  }
}

function createContext(
  options: SandboxOptions,
  callbackSender: DuplicateCallbackSender,
): { ctx: SandboxContext; open: (url: string) => void } {
  const { merchants } = parseSeed(options.seed)
  const state = options.stateFile === undefined ? emptyState() : loadState(options.stateFile)
  const clock = new SandboxClock(options)
  if (state.savedAt !== undefined) clock.moveTo(state.savedAt)
  let address = ''
  const ctx: SandboxContext = {
    ...{ state, clock, merchants },
    faultSettings: defaultFaultSettings(),
    url: () => address,
    sendDuplicate: (post) => callbackSender.sendDuplicate(post),
  }
  const open = (url: string) => {
    address = url
  }
  return { ctx, open }
}

function saver({ state, clock }: SandboxContext, stateFile: string | undefined): () => void {
  return () => {
    if (stateFile === undefined) return
    state.savedAt = clock.now()
    saveState(stateFile, state)
  }
}

function webhookUrlsOf(merchants: readonly Merchant[], first: string | undefined): Map<string, string> {
  const urls = new Map<string, string>()
  for (const { apiKey, webhookUrl } of merchants) if (webhookUrl !== undefined) urls.set(apiKey, webhookUrl)
  const [merchant] = merchants
  if (merchant && first !== undefined) urls.set(merchant.apiKey, first)
  return urls
}
