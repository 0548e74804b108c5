import type { Dispatcher } from 'undici'

/** What is kept of a file while nobody reads; a file that is smaller is there whole without being read. */
const KEPT_BYTES = 256 * 1024
/** Neither a piece of the file nor a wish for one in this time: whoever sends it, or reads it, is gone. */
const IDLE_MS = 60_000

type Source = Pick<Dispatcher.DispatchController, 'pause' | 'resume' | 'abort'>

/** The body of an answer as it comes, no faster than it is read. It breaks off with an error that carries nothing of it. */
export class FileBody {
  readonly stream: ReadableStream<Uint8Array>
  #into: ReadableStreamDefaultController<Uint8Array> | undefined
  #idle: NodeJS.Timeout | undefined
  #isOver = false

  constructor(
    private readonly source: Source,
    private readonly idleMs: number = IDLE_MS,
  ) {
    this.stream = new ReadableStream<Uint8Array>(
      {
        start: (into) => {
          this.#into = into
        },
        pull: () => {
          this.#watch()
          source.resume()
        },
        cancel: () => {
          this.#over()
          source.abort(new Error('nobody reads the file any more'))
        },
      },
      new ByteLengthQueuingStrategy({ highWaterMark: KEPT_BYTES }),
    )
    this.#watch()
  }

  push(piece: Uint8Array): void {
    if (this.#isOver) return
    this.#watch()
    this.#into?.enqueue(piece)
    if ((this.#into?.desiredSize ?? 0) <= 0) this.source.pause()
  }

  end(): void {
    if (this.#isOver) return
    this.#over()
    this.#into?.close()
  }

  fail(reason: string): void {
    if (this.#isOver) return
    this.#over()
    this.#into?.error(new Error(`The file broke off: ${reason}`))
  }

  #watch(): void {
    clearTimeout(this.#idle)
    if (this.#isOver) return
    this.#idle = setTimeout(() => {
      this.fail('idle')
      this.source.abort(new Error('the file is idle'))
    }, this.idleMs)
    this.#idle.unref()
  }

  #over(): void {
    this.#isOver = true
    clearTimeout(this.#idle)
  }
}
