import type { ErrorFacts } from '../../payment/outcome'
import type { OperationStep } from '../../platform'

/** What is known of a request after it was sent, asked about or followed. */
export type StepAnswer =
  | { readonly is: 'done'; readonly refundId?: number; readonly cancelled?: boolean }
  /** The bank works on it. */
  | { readonly is: 'waiting'; readonly refundId?: number }
  | { readonly is: 'failed'; readonly error: ErrorFacts }
  /** A refund of the whole payment that went well for some transactions only: a step for each of them instead. */
  | { readonly is: 'split'; readonly steps: readonly OperationStep[]; readonly error: ErrorFacts }
  /** It surely never left this machine, or was put off unread. */
  | { readonly is: 'unsent' }
  /** It may have happened. `refusal`: Craftgate did answer, with an error that does not say whether the bank did it. */
  | { readonly is: 'unclear'; readonly why: string; readonly refusal?: ErrorFacts }
  /** Craftgate, asked about it, does not know it. */
  | { readonly is: 'absent' }

/** One request that moves money, and the ways to find out what became of it. None of them throws CraftgateError. */
export interface StepCall {
  send(): Promise<StepAnswer>
  /** By the step's key, when the answer was lost. */
  ask(): Promise<StepAnswer>
  /** Of a refund that the bank works on. */
  follow(): Promise<StepAnswer>
}
