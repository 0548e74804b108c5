import type { CallLimits } from './gateway'
import type { Method, Route } from './route'

/** One call of the catalogue, checked and ready to be sent. `body` is the exact text that is signed and sent. */
export interface Call {
  readonly method: Method
  readonly route: Route
  readonly origin: string
  /** Encoded path and query, as sent. */
  readonly target: string
  /** Absolute and URL-decoded, as signed. */
  readonly signedUrl: string
  readonly body?: string
  /** The answer is a file, not JSON. */
  readonly binary: boolean
  readonly idempotencyKey?: string
  /** Safe to log. */
  readonly conversationId?: string
  /** Strikes out of a text whatever this call sent. */
  readonly redact: (text: string) => string
}

export interface CallInput {
  readonly method: Method
  readonly path: string
  readonly params?: unknown
  readonly data?: unknown
  readonly binary?: boolean
  readonly limits: readonly CallLimits[]
}
