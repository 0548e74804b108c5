// One HTTP request, one answer, over undici's lowest layer, because only there can one know whether a byte of the
// request may have left: `onRequestStart` runs right before the first write to a socket.
import type { Dispatcher } from 'undici'
import type { Deadline } from './deadline'
import { FileBody } from './file-body'

export interface ExchangeRequest {
  readonly origin: string
  readonly method: Dispatcher.HttpMethod
  /** Path and query. */
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: string
  /** Of an answer that is collected. */
  readonly maxBytes: number
  /** A success is answered at its first byte, as `HttpAnswer.file`. */
  readonly isFile?: boolean
}

type AnswerHeaders = Readonly<Record<string, string | string[] | undefined>>

/** An answer as it came, whoever gave it. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: AnswerHeaders
  readonly body: Buffer
  /** The body of a success of a file; `body` is empty then. */
  readonly file?: ReadableStream<Uint8Array>
}

/** The first value of a header; names are lower-case. */
export function headerOf({ headers }: HttpAnswer, name: string): string | undefined {
  const value = headers[name]
  return Array.isArray(value) ? value[0] : value
}

/** The answer did not come, or not whole. Carries nothing of the request or the answer. */
export class ExchangeFailure extends Error {
  constructor(
    /** `aborted`, `too-large`, or the code of undici or the system, e.g. ECONNREFUSED. */
    readonly code: string,
    /** False: not one byte of the request left this machine. */
    readonly sent: boolean,
    message: string,
  ) {
    super(message)
  }
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

// Only code and message are kept: undici's errors may carry pieces of the answer in other fields.
const codeOf = (error: Error): string => ('code' in error ? textOf(error.code) : undefined) ?? error.name

const wholeOf = (chunks: readonly Buffer[]): Buffer =>
  chunks.length === 1 && chunks[0] !== undefined ? chunks[0] : Buffer.concat(chunks)

class AnswerCollector implements Dispatcher.DispatchHandler {
  #controller: Dispatcher.DispatchController | undefined
  #sent = false
  #status = 0
  #headers: AnswerHeaders = {}
  #size = 0
  readonly #chunks: Buffer[] = []
  #file: FileBody | undefined

  constructor(
    private readonly limits: Pick<ExchangeRequest, 'maxBytes' | 'isFile'>,
    private readonly deadline: Deadline,
    private readonly done: (outcome: HttpAnswer | ExchangeFailure) => void,
  ) {}

  onRequestStart(controller: Dispatcher.DispatchController): void {
    if (this.#sent) {
      this.#stop(controller, 'resend', 'undici wanted to send the request again')
    } else if (this.deadline.ended !== undefined) {
      controller.abort(new Error('given up before it was sent'))
    } else {
      this.#controller = controller
      this.#sent = true
    }
  }

  onResponseStart(controller: Dispatcher.DispatchController, status: number, headers: AnswerHeaders): void {
    if (status < 200) return
    this.#status = status
    this.#headers = headers
    if (this.limits.isFile && status < 300) {
      this.#file = new FileBody(controller)
      this.done({ status, headers, body: Buffer.alloc(0), file: this.#file.stream })
    } else if (Number(headers['content-length'] ?? 0) > this.limits.maxBytes) this.#tooLarge(controller)
  }

  onResponseData(controller: Dispatcher.DispatchController, chunk: Buffer): void {
    this.#size += chunk.length
    if (this.#file !== undefined) this.#file.push(chunk)
    else if (this.#size > this.limits.maxBytes) this.#tooLarge(controller)
    else this.#chunks.push(chunk)
  }

  onResponseEnd(): void {
    if (this.#file !== undefined) this.#file.end()
    else this.done({ status: this.#status, headers: this.#headers, body: wholeOf(this.#chunks) })
  }

  onResponseError(_controller: Dispatcher.DispatchController | undefined, error: Error): void {
    if (this.#file !== undefined) this.#file.fail(codeOf(error))
    else this.done(new ExchangeFailure(codeOf(error), this.#sent, error.message))
  }

  abort(): void {
    this.done(new ExchangeFailure('aborted', this.#sent, 'the call was given up'))
    this.#controller?.abort(new Error('the call was given up'))
  }

  #tooLarge(controller: Dispatcher.DispatchController): void {
    this.#stop(controller, 'too-large', `the answer is larger than ${this.limits.maxBytes} bytes`)
  }

  #stop(controller: Dispatcher.DispatchController, code: string, message: string): void {
    this.done(new ExchangeFailure(code, this.#sent, message))
    controller.abort(new Error(message))
  }
}

const HANDS_OFF = {
  // The call's own time limit is the only clock, and nothing may share a socket with a request under way.
  headersTimeout: 0,
  bodyTimeout: 0,
  idempotent: false,
} as const

/**
 * Sends the request at most once and collects the answer, whatever its status; of a file the deadline ends with its first byte. Redirects are answers like any other.
 * Rejects with ExchangeFailure only, at once when the deadline ends.
 */
export function exchange(
  dispatcher: Dispatcher,
  { origin, method, path, headers, body, ...limits }: ExchangeRequest,
  deadline: Deadline,
): Promise<HttpAnswer> {
  return new Promise((resolve, reject) => {
    const collector = new AnswerCollector(limits, deadline, (outcome) => {
      deadline.onEnd(undefined)
      return outcome instanceof ExchangeFailure ? reject(outcome) : resolve(outcome)
    })
    if (deadline.ended !== undefined) return collector.abort()
    deadline.onEnd(() => collector.abort())
    dispatcher.dispatch({ origin, method, path, headers, body: body ?? null, ...HANDS_OFF }, collector)
  })
}
