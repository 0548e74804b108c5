import { CraftgateError } from '../../errors'
import type { ErrorFacts } from '../../payment/outcome'
import type { StepAnswer } from './step-call'

/** The answer of a request that moves money; an error says by `retry` whether it may have happened. */
export async function answerOf(send: () => Promise<StepAnswer>): Promise<StepAnswer> {
  try {
    return await send()
  } catch (error) {
    if (CraftgateError.is(error)) return answerOfError(error)
    throw error
  }
}

function answerOfError(error: CraftgateError): StepAnswer {
  if (error.retry === 'same-key') return { is: 'unsent' }
  if (error.retry === 'no' || error.group === REFUNDED_BEFORE) return { is: 'failed', error: factsOf(error) }
  const refusal = error.kind === 'declined' ? factsOf(error) : undefined
  return { is: 'unclear', why: error.code, refusal }
}

/** "More than is left": this request was refused for good, but an earlier one with its key may be why. */
export const REFUNDED_BEFORE = 'MAY_HAVE_ALREADY_REFUNDED'

/** The answer of a question; whatever went wrong, it tells nothing about the request that was asked about. */
export async function knowledgeOf(ask: () => Promise<StepAnswer>): Promise<StepAnswer> {
  try {
    return await ask()
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    return { is: 'unclear', why: error.code }
  }
}

export function factsOf(error: CraftgateError): ErrorFacts {
  return {
    code: error.code,
    group: error.group,
    description: error.message,
    message: error.merchantMessage,
  }
}
