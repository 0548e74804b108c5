/** Where a command writes. What a program reads goes to `out`, what a person is told by the way to `err`. */
export interface Terminal {
  readonly out: (text: string) => void
  readonly err: (text: string) => void
  /** Ends a command that runs until it is told to stop. */
  readonly signal: AbortSignal
}

/** A mistake of whoever typed the command; its message is one line that names the remedy. Exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
}

/** Ends when the command is told to stop. */
export const stopped = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
