import { answersUnderWay } from './answers-under-way'

export interface KnownAnswers<Answer> {
  /** Asks now. Throws what asking throws. */
  read(merchant: string): Promise<Answer>
  /** What was answered last; asks nobody who waits. Undefined until it was answered once. */
  known(merchant: string): Answer | undefined
  /** It may be another by now: asked for again as soon as somebody looks. */
  outdate(merchant: string): void
  /** When that was asked; undefined: this process has not. */
  readAt(merchant: string): Date | undefined
}

interface Parts<Answer> {
  readonly clock: () => Date
  readonly ask: (merchant: string) => Promise<Answer>
  /** What is older is asked for again, in the background. */
  readonly againMs: number
  /** As many as this need attention. */
  readonly countOf: (answer: Answer) => number
  /** They are more or fewer than before. */
  readonly changed?: (merchant: string) => void
}

/** What this process knows of each merchant: asked by who needs it, else in the background, and not often. */
export function knownAnswers<Answer>(parts: Parts<Answer>): KnownAnswers<Answer> {
  const { clock, ask, againMs, countOf, changed } = parts
  const answers = new Map<string, { readonly at: Date; readonly answer: Answer }>()
  const asked = new Map<string, number>()
  const underWay = answersUnderWay<Answer>()

  const read = (merchant: string) => {
    asked.set(merchant, clock().getTime())
    return underWay(merchant, async () => {
      const at = clock()
      const answer = await ask(merchant)
      const before = answers.get(merchant)
      answers.set(merchant, { at, answer })
      if (countOf(answer) !== (before === undefined ? 0 : countOf(before.answer))) changed?.(merchant)
      return answer
    })
  }

  return {
    read,
    known(merchant) {
      const isOld = clock().getTime() - (asked.get(merchant) ?? 0) >= againMs
      // Who looks the next time is told; that the keys are refused is known by then too.
      if (isOld) read(merchant).catch(() => {})
      return answers.get(merchant)?.answer
    },
    outdate: (merchant) => void asked.delete(merchant),
    readAt: (merchant) => answers.get(merchant)?.at,
  }
}
