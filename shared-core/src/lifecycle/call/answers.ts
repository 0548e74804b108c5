import { CraftgateError } from '../../errors'
import type { ErrorFacts } from '../../payment/outcome'
import type { LegAnswer } from './leg-call'

/** The answer of a request that moves money; an error says by `retry` whether it may have happened. */
export async function answerOf(send: () => Promise<LegAnswer>): Promise<LegAnswer> {
  try {
    return await send()
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    if (error.retry === 'ask-first') return { is: 'unclear', why: error.code }
    return error.retry === 'same-key' ? { is: 'unsent' } : { is: 'failed', error: factsOf(error) }
  }
}

/** The answer of a question; whatever went wrong, it tells nothing about the request that was asked about. */
export async function knowledgeOf(ask: () => Promise<LegAnswer>): Promise<LegAnswer> {
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
