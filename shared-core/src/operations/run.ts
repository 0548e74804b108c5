import type { CraftgateClient } from '../client/operations'
import type { Logger } from '../logger'
import type { OperationStep, PaymentOperation } from '../platform'
import type { OperationStore } from './operation-store'

/** What bringing a money call further needs. */
export interface Run {
  readonly store: OperationStore
  readonly client: CraftgateClient
  readonly logger: Logger
  readonly clock: () => Date
  /** Our deadline for a call that moves money. */
  readonly moneyMs: number
  /**
   * True when the shop waits for the end in this very call. Otherwise it was left with an open money call, and the
   * operation stays open in the store, with all its steps ended, until the shop was told (see `resume-operations.ts`).
   */
  readonly shopWaits: boolean
}

/** One step of one operation, at work. */
export interface StepContext {
  readonly operation: PaymentOperation
  readonly step: OperationStep
  readonly run: Run
}
