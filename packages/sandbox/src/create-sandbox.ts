import { randomBytes } from 'node:crypto'
import { EmulatorClock, RequestLog, saveState, type TimeSource } from '@craftgate-commerce/emulator-kit'
import type { Hono } from 'hono'
import { AnswerCheck } from './api/answer-check'
import type { ApiEnv } from './api/api-context'
import { createConsoleSources } from './console'
import type { Control } from './control/control'
import { createControl } from './control/create-control'
import { createFaults } from './control/fault'
import type { RequestRecord } from './control/request-record'
import type { SandboxContext } from './engine/context'
import { doDueWork, nextDue } from './engine/due-work'
import { defaultFaultSettings } from './engine/fault-settings'
import { createHostedPageService } from './engine/hosted-page/create-hosted-page-service'
import { merchantOfAccount } from './engine/merchant-accounts/open-merchant'
import { createMultiPaymentService } from './engine/multi-payments/create-multi-payment-service'
import { posesOfSeed } from './engine/pos/merchant-pos'
import { loadSandboxState, type State } from './engine/state'
import { WebhookDispatcher } from './engine/webhooks/webhook-dispatcher'
import { createApp } from './http/create-app'
import { DuplicateCallbackSender } from './http/duplicate-callback-sender'
import type { Exchange } from './http/exchange'
import { type Logger, silentLogger } from './http/logger'
import { type Merchant, parseSeed, type Seed, type SeedInput } from './seed/seed'

export interface SandboxOptions {
  /** 0, the default, takes a free one. */
  readonly port?: number
  /** Default 127.0.0.1: only this machine. */
  readonly host?: string
  /**
   * Further names by which console and control API may be asked for, such as a container's; without a port. Any other
   * name than localhost and IP addresses is refused, as that of a web page from elsewhere.
   */
  readonly allowedHosts?: readonly string[]
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
  /** For tests of the emulator itself: `close` rejects when an answer was not as Craftgate's API is described. */
  readonly checkAnswers?: boolean
  /**
   * A file to which the calls that were served are appended, a line of JSON for each kind of call and client. Default is
   * the environment variable CRAFTGATE_SANDBOX_CALL_LOG; without both, none.
   */
  readonly callLog?: string
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
    timed: { next: () => nextDue(ctx), work: () => doDueWork(ctx) },
  })
  const changed = () => {
    dispatcher.schedule()
    save()
  }
  const [faults, requests] = [createFaults(), new RequestLog<RequestRecord>()]
  const control = createControl({ ctx, dispatcher, faults, requests, webhookUrls, changed })
  const recording = { log: requests, logger, now: () => ctx.clock.now(), changed }
  const exchanges = new RequestLog<Exchange>(KEPT_EXCHANGES)
  const console = createConsoleSources({ ctx, control, webhookUrls, exchanges })
  const service = createHostedPageService(ctx, changed)
  const answers = options.checkAnswers ? new AnswerCheck() : undefined
  const callLog = options.callLog ?? process.env.CRAFTGATE_SANDBOX_CALL_LOG
  return {
    ...{ control, webhookUrls, merchants: ctx.merchants },
    app: createApp({
      ctx,
      service,
      multiPayments: createMultiPaymentService(ctx, changed),
      control,
      console,
      faults,
      recording,
      answers,
      callLog,
      own: ownHosts(options),
      exchanges,
    }),
    open(url) {
      open(url)
      dispatcher.schedule()
      logger.info('sandbox is listening', { url })
    },
    async close() {
      await Promise.all([dispatcher.close(), callbackSender.close()])
      save()
      answers?.assertNoDifference()
    },
  }
}

/** Calls of the API that the console keeps whole. */
const KEPT_EXCHANGES = 200

const ownHosts = ({ host, allowedHosts = [] }: SandboxOptions) => ({
  hosts: host === undefined ? allowedHosts : [host, ...allowedHosts],
})

function createContext(
  options: SandboxOptions,
  callbackSender: DuplicateCallbackSender,
): { ctx: SandboxContext; open: (url: string) => void } {
  const state = loadSandboxState(options.stateFile)
  const seeded = parseSeed(options.seed).merchants.map((merchant, place) => ({
    ...{ ...merchant, webhookKey: webhookKeyOf(state, merchant) },
    ...{ seedPoses: merchant.poses, poses: posesOfSeed(merchant.poses, place) },
  }))
  const merchants: Merchant[] = [...seeded, ...state.merchantAccounts.map(merchantOfAccount)]
  for (const merchant of merchants) merchant.poses = state.poses[merchant.apiKey] ?? merchant.poses
  const clock = new EmulatorClock(options)
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

/** A key of its own, so that a webhook which a shop accepts with another merchant's key is noticed. */
function webhookKeyOf(state: State, merchant: Seed['merchants'][number]): string {
  const { apiKey, webhookKey = state.webhookKeys[apiKey] ?? randomBytes(24).toString('base64url') } = merchant
  if (merchant.webhookKey === undefined) state.webhookKeys[apiKey] = webhookKey
  return webhookKey
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
