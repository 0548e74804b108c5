import type { Hono } from 'hono'
import { AnswerCheck } from './api/answer-check'
import type { ApiEnv } from './api/api-context'
import type { Control } from './control/control'
import { createControl } from './control/create-control'
import { Faults } from './control/faults'
import { RequestLog } from './control/request-log'
import { SandboxClock } from './engine/clock/clock'
import { createDesk } from './engine/desk/create-desk'
import { emptyState } from './engine/state'
import { honestSwitches } from './engine/switches'
import { Outbox } from './engine/webhooks/outbox'
import type { World } from './engine/world'
import { consoleSources } from './http/console-sources'
import { createApp } from './http/create-app'
import { silentLogger } from './http/logger'
import { Repeater } from './http/repeat-post'
import { type Merchant, parseSeed } from './seed/seed'
import type { SandboxOptions } from './start-sandbox'
import { loadState, saveState } from './store/state-file'

/** The whole sandbox but the socket that it listens on. */
export interface House {
  readonly app: Hono<ApiEnv>
  readonly control: Control
  readonly merchants: readonly Merchant[]
  readonly webhookUrls: ReadonlyMap<string, string>
  /** Tells the pages where they are, and lets webhooks go. */
  open(url: string): void
  close(): Promise<void>
}

/** Puts the rooms together. Throws when the seed or the state file is wrong. */
export function buildHouse(options: SandboxOptions): House {
  const logger = options.logger ?? silentLogger
  const repeater = new Repeater()
  const { world, open } = buildWorld(options, repeater)
  const webhookUrls = webhookUrlsOf(world.merchants, options.webhookUrl)
  const save = saver(world, options.stateFile)
  const outbox = new Outbox({ world, urlOf: (merchant) => webhookUrls.get(merchant), changed: save })
  const changed = () => {
    outbox.arm()
    save()
  }
  const [faults, requests] = [new Faults(), new RequestLog()]
  const control = createControl({ world, outbox, faults, requests, webhookUrls, changed })
  const recording = { log: requests, logger, now: () => world.clock.now(), changed }
  const console = consoleSources({ world, control, webhookUrls })
  const desk = createDesk(world, changed)
  const answers = options.checkAnswers ? new AnswerCheck() : undefined
  return {
    ...{ control, webhookUrls, merchants: world.merchants },
    app: createApp({ world, desk, control, console, faults, recording, answers }),
    open(url) {
      open(url)
      outbox.arm()
      logger.info('sandbox is listening', { url })
    },
    async close() {
      await Promise.all([outbox.close(), repeater.close()])
      save()
      answers?.assertNoDifference()
    },
  }
}

function buildWorld(
  options: SandboxOptions,
  repeater: Repeater,
): { world: World; open: (url: string) => void } {
  const { merchants } = parseSeed(options.seed)
  const state = options.stateFile === undefined ? emptyState() : loadState(options.stateFile)
  const clock = new SandboxClock(options)
  if (state.savedAt !== undefined) clock.moveTo(state.savedAt)
  let address = ''
  const world: World = {
    ...{ state, clock, merchants },
    switches: honestSwitches(),
    url: () => address,
    repeat: (post) => repeater.repeat(post),
  }
  const open = (url: string) => {
    address = url
  }
  return { world, open }
}

function saver({ state, clock }: World, stateFile: string | undefined): () => void {
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
