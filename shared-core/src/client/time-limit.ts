/** Why a limit ended: its time was over, or somebody outside gave up. */
export type EndReason = 'timeout' | 'cancelled'

export interface TimeLimit {
  readonly signal: AbortSignal
  /** Milliseconds that are left, never below zero. */
  left(): number
  ended(): EndReason | undefined
  /** Must be called when the work is done: frees the timer and the listeners. */
  release(): void
}

interface LimitInit {
  readonly ms: number
  readonly signals: readonly AbortSignal[]
}

// Not AbortSignal.any/timeout: their listeners live as long as the caller's signal, which may be the whole server's.
/** Ends after `ms`, or as soon as one of the signals does. */
export function timeLimit({ ms, signals }: LimitInit): TimeLimit {
  const controller = new AbortController()
  const until = performance.now() + ms
  let reason: EndReason | undefined
  const end = (why: EndReason) => {
    reason ??= why
    controller.abort()
  }
  const cancel = () => end('cancelled')
  const timer = setTimeout(() => end('timeout'), ms)
  for (const signal of signals) {
    if (signal.aborted) cancel()
    else signal.addEventListener('abort', cancel, { once: true })
  }
  return {
    signal: controller.signal,
    left: () => Math.max(0, until - performance.now()),
    ended: () => reason,
    release: () => {
      clearTimeout(timer)
      for (const signal of signals) signal.removeEventListener('abort', cancel)
    },
  }
}
