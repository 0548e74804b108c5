// What it means that Craftgate, asked about a request whose answer was lost, does not know it.
//
// Usually the request is sent again, with the same key: when the first one arrives after all, Craftgate gives both the
// result of one. Where that cannot be relied upon (another API key than the request was sent with, an operation older
// than a day, an answer that Craftgate may only be repeating), one look is not enough:
//  1. a look counts only when the request left longer ago than the greater of 150 seconds (Craftgate's own client waits
//     that long for an answer) and our own deadline, plus half a minute for clocks and reports that lag behind; at once
//     when Craftgate surely ended the request, since it answered it;
//  2. a second look, at least a minute after the first, has to miss it too.
import type { OperationStep, PaymentOperation } from '../platform'
import { replaceStep } from './operation'
import { record, type StepContext, write } from './step-record'

const CLIENT_WAITS_MS = 150_000
const MARGIN_MS = 30_000
const BETWEEN_LOOKS_MS = 60_000
const DAY_MS = 24 * 3_600_000
/** The same 5xx so often may be one remembered answer. */
const SAME_ANSWER_TIMES = 3

interface NotFound {
  readonly step: Pick<OperationStep, 'sentAt' | 'notFoundAt'>
  readonly now: Date
  /** Our own deadline for a request that moves money. */
  readonly moneyMs: number
  /** Craftgate surely honours the step's key, and its answer to it was no final one. */
  readonly keyHolds: boolean
  /** Craftgate answered the request, so it does not work on it any more. */
  readonly ended: boolean
}

/** `sure`: it may be sent again. `first-miss`: write it down. `wait`: this look tells nothing. */
export function judgeNotFound(found: NotFound): 'sure' | 'first-miss' | 'wait' {
  const { step, now, moneyMs, keyHolds, ended } = found
  if (keyHolds) return 'sure'
  const patience = ended ? 0 : Math.max(moneyMs, CLIENT_WAITS_MS) + MARGIN_MS
  const over = timeOf(step.sentAt) + patience
  if (now.getTime() < over) return 'wait'
  const missed = timeOf(step.notFoundAt)
  if (missed < over) return 'first-miss' // never missed, or missed when it was sent the time before
  return now.getTime() - missed < BETWEEN_LOOKS_MS ? 'wait' : 'sure'
}

const timeOf = (text: string | undefined): number => (text === undefined ? 0 : Date.parse(text))

interface AfterMiss {
  readonly operation: PaymentOperation
  /** The step to send again, when it may be. */
  readonly again?: StepContext
}

/** What follows when Craftgate does not know the request of this step. */
export async function afterMiss(context: StepContext): Promise<AfterMiss> {
  const { operation, step, run } = context
  const now = run.clock()
  const isRemembered = (step.serverError?.times ?? 0) >= SAME_ANSWER_TIMES
  const keyHolds =
    operation.error === undefined &&
    !isRemembered &&
    step.sentWith === run.fingerprint &&
    now.getTime() - operation.createdAt.getTime() < DAY_MS
  switch (judgeNotFound({ step, now, moneyMs: run.moneyMs, keyHolds, ended: isRemembered })) {
    case 'wait':
      return { operation }
    case 'first-miss':
      return { operation: (await write(context, [{ ...step, notFoundAt: now.toISOString() }])).operation }
    case 'sure':
      if (operation.error)
        return { operation: await record(context, { is: 'failed', error: operation.error }) }
      return { operation, again: isRemembered ? withNewKey(context) : context }
  }
}

function withNewKey({ operation, step, run }: StepContext): StepContext {
  const earlierKeys = [...(step.earlierKeys ?? []), step.key]
  const renewed = { ...step, key: run.newKey(), earlierKeys, serverError: undefined, notFoundAt: undefined }
  return { operation: replaceStep(operation, step, [renewed]), step: renewed, run }
}
