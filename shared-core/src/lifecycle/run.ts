import type { Gateway } from '../gateway/gateway'
import type { Logger } from '../logger'
import type { IntentLeg, MoneyIntent } from '../platform'
import type { IntentStore } from './intent-store'

/** What bringing a money call further needs. */
export interface Run {
  readonly store: IntentStore
  readonly gateway: Gateway
  readonly logger: Logger
  readonly clock: () => Date
  /** Our deadline for a call that moves money. */
  readonly moneyMs: number
  /**
   * True when the shop waits for the end in this very call. Otherwise it was left with an open money call, and the
   * intent stays open in the store, with all its legs ended, until the shop was told (see `resume-intents.ts`).
   */
  readonly shopWaits: boolean
}

/** One leg of one intent, at work. */
export interface Step {
  readonly intent: MoneyIntent
  readonly leg: IntentLeg
  readonly run: Run
}
