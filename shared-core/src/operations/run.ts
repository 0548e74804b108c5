import type { Gateway } from '../client/gateway'
import type { Logger } from '../logger'
import type { OperationStep, PaymentOperation } from '../platform'
import type { OperationStore } from './operation-store'

/** What bringing a money call further needs. */
export interface Run {
  readonly store: OperationStore
  readonly gateway: Gateway
  readonly logger: Logger
  readonly clock: () => Date
  /** Our deadline for a call that moves money. */
  readonly moneyMs: number
}

/** One step of one operation, at work. */
export interface StepContext {
  readonly operation: PaymentOperation
  readonly step: OperationStep
  readonly run: Run
}
