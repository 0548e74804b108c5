import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import type { Occasion } from './settle'

interface Answer {
  readonly outcome: PaymentOutcome
}

type Ask<Told extends Answer> = (record: CheckoutRecord, occasion: Occasion) => Promise<Told>

interface Pace {
  readonly clock: () => Date
  /** Waits so many milliseconds; tests move the clock instead. */
  readonly pause: (ms: number) => Promise<unknown>
  /** An order may lose what it took (`CommercePlatform.recheck`): an answer is good for those who came before it. */
  readonly repairs: boolean
}

interface Question<Told extends Answer> {
  readonly askedAt: number
  readonly answer: Promise<Told>
  isAnswered: boolean
  /** For everybody who came after it was asked. */
  next?: Promise<Told>
}

const PAUSE_MS = 2_000
const MOST = 1_000

/**
 * However many notifications of one checkout come, Craftgate is asked once in two seconds (in this process). Who comes
 * while an answer is on its way takes it when it says that the money is there; else it may be older than the payment, so
 * all who came meanwhile wait for one more.
 */
export function oneQuestionAtATime<Told extends Answer>(
  askCraftgate: Ask<Told>,
  { clock, pause, repairs }: Pace,
): Ask<Told> {
  const questions = new Map<string, Question<Told>>()

  function ask(record: CheckoutRecord, occasion: Occasion): Promise<Told> {
    const answer = askCraftgate(record, occasion)
    const question: Question<Told> = { askedAt: clock().getTime(), answer, isAnswered: false }
    questions.delete(record.id)
    questions.set(record.id, question)
    const [oldest] = questions.keys()
    if (questions.size > MOST && oldest !== undefined) questions.delete(oldest)
    // What failed answers those who wait for it, and nobody who comes later.
    answer.then(
      () => {
        question.isAnswered = true
      },
      () => questions.get(record.id) === question && questions.delete(record.id),
    )
    return answer
  }

  return async (record, occasion) => {
    const known = questions.get(record.id)
    if (known === undefined) return ask(record, occasion)
    const isLate = repairs && known.isAnswered
    const answer = await known.answer
    const left = known.askedAt + PAUSE_MS - clock().getTime()
    if (left <= 0 && known.next === undefined) return ask(record, occasion)
    const { kind } = answer.outcome
    if (!isLate && (kind === 'captured' || kind === 'authorized')) return answer
    known.next ??= pause(left).then(() => ask(record, occasion))
    return known.next
  }
}
