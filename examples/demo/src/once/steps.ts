export interface StepResult {
  readonly chapter: string
  readonly step: string
  readonly passed: boolean
  /** Amounts when it passed, else what went wrong. */
  readonly facts: string
}

/** Throws a sentence that says what was expected and what came. */
export function expectIs<T>(what: string, actual: T, expected: T): void {
  if (actual !== expected) throw new Error(`${what} is ${String(actual)}, expected ${String(expected)}`)
}

/** Steps one after the other. When one fails, the others of its chapter cannot be reached and count as failed. */
export class Steps {
  readonly results: StepResult[] = []
  private readonly lost = new Set<string>()

  constructor(private readonly show: (result: StepResult) => void) {}

  /** Returns what the work returned; undefined when it failed or could not be reached. */
  async run(chapter: string, step: string, work: () => Promise<string>): Promise<void> {
    if (this.lost.has(chapter)) return this.note({ chapter, step, passed: false, facts: 'not reached' })
    try {
      this.note({ chapter, step, passed: true, facts: await work() })
    } catch (error) {
      this.lost.add(chapter)
      this.note({
        chapter,
        step,
        passed: false,
        facts: error instanceof Error ? error.message : String(error),
      })
    }
  }

  private note(result: StepResult): void {
    this.results.push(result)
    this.show(result)
  }
}

const WIDTHS = { chapter: 32, step: 32, result: 6 }

export function tableHead(): string {
  const head = row('what', 'step', 'result', 'amounts')
  return `${head}\n${'-'.repeat(head.length + 30)}`
}

export function tableRow({ chapter, step, passed, facts }: StepResult): string {
  return row(chapter, step, passed ? 'passed' : 'FAILED', facts)
}

/** The last line of the demo, in words that machines look for. */
export function tally(results: readonly StepResult[]): string {
  const passed = results.filter((result) => result.passed).length
  return `steps: ${passed} passed, ${results.length - passed} failed`
}

function row(chapter: string, step: string, result: string, facts: string): string {
  const cells = [
    chapter.padEnd(WIDTHS.chapter),
    step.padEnd(WIDTHS.step),
    result.padEnd(WIDTHS.result),
    facts,
  ]
  return cells.join('  ')
}
