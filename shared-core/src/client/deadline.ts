/** Why work ended: its time was over, or somebody outside gave up. */
export type EndReason = 'timeout' | 'cancelled'

export interface DeadlineInit {
  readonly ms: number
  /** The caller's, who may give up earlier. */
  readonly signals: readonly AbortSignal[]
}

// Not AbortSignal.any/timeout: their listeners live as long as the caller's signal, which may be the whole server's.
// And no AbortController unless somebody asks: a call has one timer, and one place that must know of its end.
/** Ends after `ms`, or as soon as one of the signals does. `release` must be called when the work is done. */
export class Deadline {
  #ended: EndReason | undefined
  #listener: (() => void) | undefined
  #controller: AbortController | undefined
  /** Milliseconds, all of them. */
  readonly total: number
  readonly #until: number
  readonly #timer: NodeJS.Timeout
  readonly #signals: readonly AbortSignal[]
  #outer: Deadline | undefined
  readonly #cancel = () => this.#end('cancelled')

  constructor({ ms, signals }: DeadlineInit) {
    this.total = ms
    this.#until = performance.now() + ms
    this.#timer = setTimeout(() => this.#end('timeout'), ms)
    this.#signals = signals
    for (const signal of signals) {
      if (signal.aborted) this.#cancel()
      else signal.addEventListener('abort', this.#cancel, { once: true })
    }
  }

  get ended(): EndReason | undefined {
    return this.#ended
  }

  /** Milliseconds that are left, never below zero. */
  left(): number {
    return Math.max(0, this.#until - performance.now())
  }

  /** Calls back when the time ends. One at a time: a new listener, or none, takes the place of the last. */
  onEnd(listener: (() => void) | undefined): void {
    this.#listener = listener
  }

  /** One that ends after `ms` if this one does not end before. To be released as well. */
  earlier(ms: number): Deadline {
    const inner = new Deadline({ ms: Math.min(ms, this.left()), signals: [] })
    inner.#outer = this
    if (this.#ended !== undefined) inner.#end(this.#ended)
    this.onEnd(() => inner.#end(this.#ended ?? 'cancelled'))
    return inner
  }

  /** For others who know nothing of deadlines; made when first asked for. */
  get signal(): AbortSignal {
    this.#controller ??= new AbortController()
    if (this.#ended !== undefined) this.#controller.abort()
    return this.#controller.signal
  }

  /** Resolves after `ms`, or earlier when the time ends. */
  async pause(ms: number): Promise<void> {
    if (this.#ended !== undefined) return
    await new Promise<void>((resume) => {
      const timer = setTimeout(resume, ms)
      this.onEnd(() => {
        clearTimeout(timer)
        resume()
      })
    })
    this.onEnd(undefined)
  }

  /** Frees the timer and the listeners. */
  release(): void {
    clearTimeout(this.#timer)
    this.#outer?.onEnd(undefined)
    for (const signal of this.#signals) signal.removeEventListener('abort', this.#cancel)
  }

  #end(why: EndReason): void {
    if (this.#ended !== undefined) return
    this.#ended = why
    this.#controller?.abort()
    this.#listener?.()
  }
}
