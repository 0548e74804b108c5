/** Where a command writes. What a program reads goes to `out`, what a person is told by the way to `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Ends a command that runs until it is told to stop. */
  readonly signal: AbortSignal
}

/** A mistake of whoever typed the command: what it is, and what to do. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'

  constructor(
    readonly sentence: string,
    readonly remedy: string,
  ) {
    super(`${sentence}. ${remedy}`)
  }
}

/** Somebody at the keyboard who is asked. */
export class Questions {
  private lines?: AsyncIterator<string>

  constructor(
    private readonly typed: AsyncIterable<string>,
    private readonly terminal: Pick<Terminal, 'err' | 'signal'>,
  ) {}

  /** Enter alone is a yes. Throws UsageError when the command is told to stop meanwhile. */
  async agreed(question: string): Promise<boolean> {
    this.terminal.err(`${question} [Y/n] `)
    this.lines ??= this.typed[Symbol.asyncIterator]()
    const answer = await Promise.race([this.lines.next(), stopped(this.terminal.signal)])
    if (!answer || answer.done)
      throw new UsageError('Stopped before anything was changed', 'Run it again, or with --yes')
    return !/^n/i.test(answer.value.trim())
  }

  /** The keyboard is nobody's any more; otherwise the process would wait for it. */
  async close(): Promise<void> {
    await this.lines?.return?.()
  }
}

/** Ends when the command is told to stop. */
export const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
