import { answersUnderWay } from './answers-under-way'
import { CraftgateError } from './errors'
import { CHECKOUT_ERRORS } from './messages/checkout'
import { limitPerMinute } from './rate-limit'

const FRESH_MS = 5 * 60_000
/** Rates of banks change by the day; an old answer is better than none on a product page. */
const USABLE_MS = 24 * 3_600_000
const MOST = 500

interface CacheParts<Question, Answer> {
  readonly ask: (question: Question) => Promise<Answer>
  readonly nameOf: (question: Question) => string
  readonly clock: () => Date
  /** Called before a question leaves; throws when its asker has to wait. */
  readonly admit: (question: Question) => void
}

interface Kept<Answer> {
  readonly freshUntil: number
  readonly answer: Answer
}

/**
 * The same answer to the same question for five minutes; at most 500 of them, the oldest goes first. Who asks while an
 * answer is on its way waits for that one. When none can be had now, the last one of a day serves.
 */
export function cachedAnswers<Question, Answer>({
  ask,
  nameOf,
  clock,
  admit,
}: CacheParts<Question, Answer>): (question: Question) => Promise<Answer> {
  const kept = new Map<string, Kept<Answer>>()
  const underWay = answersUnderWay<Answer>()

  async function askAnew(name: string, question: Question): Promise<Answer> {
    const answer = await ask(question)
    kept.delete(name)
    kept.set(name, { freshUntil: clock().getTime() + FRESH_MS, answer })
    const [oldest] = kept.keys()
    if (kept.size > MOST && oldest !== undefined) kept.delete(oldest)
    return answer
  }

  async function answerTo(name: string, question: Question): Promise<Answer> {
    try {
      admit(question)
      return await askAnew(name, question)
    } catch (error) {
      const last = kept.get(name)
      const isUsable = last !== undefined && clock().getTime() < last.freshUntil - FRESH_MS + USABLE_MS
      if (isUsable) return last.answer
      throw error
    }
  }

  return (question) => {
    const name = nameOf(question)
    const last = kept.get(name)
    if (last !== undefined && clock().getTime() < last.freshUntil) return Promise.resolve(last.answer)
    return underWay(name, () => answerTo(name, question))
  }
}

/** New questions of one address; what is known already is answered to anybody. */
const QUESTIONS_A_MINUTE = 60

/**
 * Cached answers to what nobody has to log in for. Rejects with CraftgateError `unavailable` (code `too-many-questions`) when an
 * address asks for too much that is new.
 */
export function answersForAnybody<Question extends { readonly clientIp?: string }, Answer>(
  parts: Omit<CacheParts<Question, Answer>, 'admit'>,
): (question: Question) => Promise<Answer> {
  const mayAsk = limitPerMinute(QUESTIONS_A_MINUTE, parts.clock)
  return cachedAnswers({
    ...parts,
    admit: ({ clientIp }) => {
      if (!mayAsk(clientIp)) throw tooManyQuestions()
    },
  })
}

function tooManyQuestions(): CraftgateError {
  const message = CHECKOUT_ERRORS['too-many-questions']
  return new CraftgateError({
    kind: 'unavailable',
    code: 'too-many-questions',
    message: message.en,
    retry: 'same-key',
    merchantMessage: message,
  })
}
