// The request that a step of an operation stands for, and what its answer, its error or its absence tells.
import { z } from 'zod'
import { describeErrorGroup } from '../client'
import { providerErrorOf, providerErrorShape } from '../client/provider-error'
import { CraftgateError } from '../errors'
import { type AskedOrFound, answerDiffers, OPERATION_ERRORS } from '../messages/operations'
import { InvalidMoneyError } from '../money'
import type { ErrorFacts } from '../payment/outcome'
import type { OperationStep } from '../platform'
import { ownError, thrownError } from './result'

/** What is known of a step after it was sent, asked about or followed. */
export type StepAnswer =
  | {
      readonly is: 'done'
      readonly refundId?: number
      readonly cancelled?: boolean
      /** Of a request that made a payment. */
      readonly paymentId?: number
      /** Of a capture. */
      readonly bank?: Pick<OperationStep, 'bankCommission' | 'blockageResolvedAt'>
    }
  /** The bank works on it. */
  | { readonly is: 'waiting'; readonly refundId?: number; readonly paymentId?: number }
  | { readonly is: 'failed'; readonly error: ErrorFacts }
  /** A refund of the whole payment that went well for some transactions only: a step for each of them instead. */
  | { readonly is: 'split'; readonly steps: readonly OperationStep[]; readonly error: ErrorFacts }
  /** Not one byte of it left this machine. */
  | { readonly is: 'not-sent'; readonly worthRepeating: boolean }
  /** Craftgate itself answered that it cannot now: the request ended there, and may be repeated at once. */
  | { readonly is: 'put-off'; readonly serverError?: string; readonly retryAfterMs?: number }
  /** It may have happened. `refusal`: Craftgate did answer, with an error that does not say whether the bank did it. */
  | { readonly is: 'unclear'; readonly why: string; readonly refusal?: ErrorFacts }
  /** Craftgate, asked about it, does not know it. */
  | { readonly is: 'not-found' }

/** The end of a step, or that the bank works on it. */
export type Known = Extract<StepAnswer, { readonly is: 'done' | 'waiting' | 'failed' | 'split' }>

export const isKnown = (answer: { readonly is: StepAnswer['is'] }): answer is Known =>
  answer.is === 'done' || answer.is === 'waiting' || answer.is === 'failed' || answer.is === 'split'

export const notFound: StepAnswer = { is: 'not-found' }
export const unknownStatus: StepAnswer = { is: 'unclear', why: 'unknown-status' }

/** A request, and the ways to find out what became of it. None of them throws CraftgateError. */
export interface StepRequest {
  send(): Promise<StepAnswer>
  /** By the step's keys, when the answer was lost. */
  ask(): Promise<StepAnswer>
  /** Of a refund that the bank works on. */
  follow(): Promise<StepAnswer>
}

/** The calls of a request, and how their answers are read. They may throw CraftgateError, ZodError, InvalidMoneyError. */
interface StepCalls {
  readonly send: { call(): Promise<unknown>; read(answer: unknown): StepAnswer | Promise<StepAnswer> }
  ask(): Promise<StepAnswer>
  follow(): Promise<StepAnswer>
}

export function stepRequest({ send, ask, follow }: StepCalls): StepRequest {
  return { send: () => sent(send), ask: () => known(ask), follow: () => known(follow) }
}

async function sent({ call, read }: StepCalls['send']): Promise<StepAnswer> {
  let answer: unknown
  try {
    answer = await call()
  } catch (error) {
    if (CraftgateError.is(error)) return answerOfError(error)
    throw error
  }
  return known(async () => read(answer))
}

/** Whatever goes wrong in finding out tells nothing about the request itself. */
async function known(find: () => Promise<StepAnswer>): Promise<StepAnswer> {
  try {
    return await find()
  } catch (error) {
    if (CraftgateError.is(error)) return { is: 'unclear', why: error.code }
    if (error instanceof z.ZodError || error instanceof InvalidMoneyError)
      return { is: 'unclear', why: 'unreadable-answer' }
    throw error
  }
}

/** Codes of what will not pass within seconds. */
const NOT_WORTH_REPEATING: ReadonlySet<string> = new Set([
  'circuit-open',
  'queue-full',
  'cancelled',
  'timeout',
])

function answerOfError(error: CraftgateError): StepAnswer {
  const { code, kind, retry, delivery, retryAfterMs } = error
  if (delivery === 'not-sent') return { is: 'not-sent', worthRepeating: !NOT_WORTH_REPEATING.has(code) }
  if (delivery === 'ended' && kind === 'unavailable') return { is: 'put-off', retryAfterMs }
  if (delivery === 'ended' && kind === 'unknown-outcome')
    return { is: 'put-off', serverError: code, retryAfterMs }
  if (retry === 'no' || error.group === REFUNDED_BEFORE) return { is: 'failed', error: thrownError(error) }
  return { is: 'unclear', why: code, refusal: kind === 'declined' ? thrownError(error) : undefined }
}

const REFUND_FAILED = 'refund-failed'

/** "More than is left": this request was refused for good, but an earlier one with its key may be why. */
const REFUNDED_BEFORE = 'MAY_HAVE_ALREADY_REFUNDED'

/** Craftgate names no codes of why an approval is not given; one that was given before is among the reasons. */
export const APPROVAL_REFUSED = 'approval-refused'

/** True for a refusal that may not be the whole story. */
export const isDoubtful = ({ code, group }: ErrorFacts): boolean =>
  code === REFUND_FAILED || code === APPROVAL_REFUSED || group === REFUNDED_BEFORE

const text = z.string().nullish()

export const errorShape = z
  .object({ errorCode: text, errorDescription: text, errorGroup: text, providerError: providerErrorShape })
  .nullish()

/** Why Craftgate's record says FAILURE. The code is `refund-failed` when it gives no reason. */
export function recordedError(recorded: z.output<typeof errorShape>): ErrorFacts {
  const { errorCode, errorDescription, errorGroup } = recorded ?? {}
  if (errorCode == null) return { code: REFUND_FAILED, message: OPERATION_ERRORS.refundFailed }
  return {
    code: errorCode,
    group: errorGroup ?? undefined,
    description: errorDescription ?? undefined,
    providerError: providerErrorOf(recorded?.providerError),
    message: errorGroup == null ? undefined : describeErrorGroup(errorGroup).merchant,
  }
}

/** Craftgate's record of a request says something else than was asked. */
export const ANSWER_DIFFERS = 'answer-differs'

export const differs = (step: OperationStep, found: readonly AskedOrFound[]): StepAnswer => ({
  is: 'failed',
  error: ownError(ANSWER_DIFFERS, answerDiffers(step, found)),
})
