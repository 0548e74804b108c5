import type { EmulatorClock } from '@craftgate-commerce/emulator-kit'
import type { BrowserPost } from '../hosted-page-service'
import type { Merchant } from '../seed/seed'
import type { FaultSettings } from './fault-settings'
import type { State } from './state'

/** What every rule of the engine reads and writes. */
export interface SandboxContext {
  readonly state: State
  readonly clock: EmulatorClock
  /** Those of the seed, and behind them those that the API created. */
  readonly merchants: Merchant[]
  readonly faultSettings: FaultSettings
  /** Where the sandbox listens, without a slash at the end. */
  readonly url: () => string
  /** Posts a browser's form once more, from here; answers go nowhere. */
  readonly sendDuplicate: (post: BrowserPost) => void
}

/** How far apart the series of two merchants start. */
const APART = 1_000_000

/**
 * The next id of a merchant's series. Payments, transactions and refunds share it, so that one can never pass for
 * another. Two merchants' series meet when the seed's `firstId` or `control.ids` makes them.
 */
export function nextId({ state, merchants }: SandboxContext, apiKey: string): number {
  const place = merchants.findIndex((merchant) => merchant.apiKey === apiKey)
  const first = merchants[place]?.firstId ?? place * APART + 1
  const id = (state.lastIds[apiKey] ?? first - 1) + 1
  state.lastIds[apiKey] = id
  return id
}

/** The next id that is none of `taken`: members and wallets of the seed have small numbers of their own. */
export function nextFreeId(ctx: SandboxContext, apiKey: string, taken: readonly number[]): number {
  const id = nextId(ctx, apiKey)
  return taken.includes(id) ? nextFreeId(ctx, apiKey, taken) : id
}

export function merchantOf(ctx: SandboxContext, apiKey: string): Merchant {
  const merchant = ctx.merchants.find((candidate) => candidate.apiKey === apiKey)
  if (!merchant) throw new Error('The state names a merchant that the seed does not')
  return merchant
}
