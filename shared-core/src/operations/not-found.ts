// What follows when Craftgate does not know the request of a step (`lost-request.ts`).
import { judgeNotFound } from '../lost-request'
import type { PaymentOperation } from '../platform'
import { replaceStep } from './operation'
import { record, type StepContext, write } from './step-record'

const DAY_MS = 24 * 3_600_000
/** The same 5xx so often may be one remembered answer. */
const SAME_ANSWER_TIMES = 3

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
