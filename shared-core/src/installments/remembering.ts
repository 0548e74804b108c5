const FRESH_MS = 5 * 60_000
const MOST = 500

interface Memory<Question> {
  readonly nameOf: (question: Question) => string
  readonly clock: () => Date
}

/**
 * The same answer to the same question for five minutes; at most 500 of them, the oldest goes first. Who asks while an
 * answer is on its way waits for that one. A failure is not remembered.
 */
export function remembering<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  { nameOf, clock }: Memory<Question>,
): (question: Question) => Promise<Answer> {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>()
  return (question) => {
    const name = nameOf(question)
    const now = clock().getTime()
    const remembered = known.get(name)
    if (remembered !== undefined && now < remembered.until) return remembered.answer
    const answer = ask(question)
    known.delete(name)
    known.set(name, { until: now + FRESH_MS, answer })
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
    answer.catch(() => known.get(name)?.answer === answer && known.delete(name))
    return answer
  }
}
