import type { ProviderError } from './client/provider-error'
import type { Localized } from './messages/localized'

export type CraftgateErrorKind =
  | 'invalid-request'
  | 'declined'
  | 'unauthorized'
  | 'unavailable'
  | 'unknown-outcome'
  | 'mismatch'
  | 'configuration'

/** no: repeating it changes nothing. same-key: safe to repeat. ask-first: it may have happened. */
export type MayRetry = 'no' | 'same-key' | 'ask-first'

/**
 * Whether a request that failed can still be at work at Craftgate.
 * not-sent: not one byte of it left. ended: Craftgate answered it, so no. unclear: it may be.
 */
export type Delivery = 'not-sent' | 'ended' | 'unclear'

interface CraftgateErrorInit {
  readonly kind: CraftgateErrorKind
  readonly code: string
  readonly message: string
  readonly retry: MayRetry
  readonly merchantMessage: Localized
  readonly delivery?: Delivery
  readonly retryAfterMs?: number
  readonly group?: string
  readonly providerError?: ProviderError
  readonly requestId?: string
  readonly upstreamRequestId?: string
  readonly cause?: unknown
}

/** The only error that core throws on purpose. Holds no secret, no card number and no personal data. */
export class CraftgateError extends Error {
  override readonly name = 'CraftgateError'
  readonly kind: CraftgateErrorKind
  /** Craftgate's errorCode, or ours (e.g. `timeout`, `network`, `circuit-open`). */
  readonly code: string
  /** Craftgate's errorGroup, e.g. NOT_SUFFICIENT_FUNDS. */
  readonly group?: string
  /** The words of the bank or provider itself. */
  readonly providerError?: ProviderError
  readonly retry: MayRetry
  /** Absent on what failed before it was a request. What may be done about it is in `retry`. */
  readonly delivery?: Delivery
  /** Milliseconds that Craftgate asked to wait before the next try. */
  readonly retryAfterMs?: number
  /** Ours, one for each request sent. */
  readonly requestId?: string
  /** Craftgate's own id of the request, when its answer carried one. */
  readonly upstreamRequestId?: string
  readonly merchantMessage: Localized

  constructor(init: CraftgateErrorInit) {
    super(init.message, init.cause === undefined ? undefined : { cause: init.cause })
    this.kind = init.kind
    this.code = init.code
    this.group = init.group
    this.providerError = init.providerError
    this.retry = init.retry
    this.delivery = init.delivery
    this.retryAfterMs = init.retryAfterMs
    this.requestId = init.requestId
    this.upstreamRequestId = init.upstreamRequestId
    this.merchantMessage = init.merchantMessage
  }

  /** The same error with another answer to "may it be repeated?". */
  with({ retry }: { readonly retry: MayRetry }): CraftgateError {
    return new CraftgateError({ ...this, message: this.message, cause: this.cause, retry })
  }

  /** Works across copies of the package (ESM and CommonJS), where instanceof does not. */
  static is(error: unknown): error is CraftgateError {
    return error instanceof Error && error.name === 'CraftgateError' && 'kind' in error
  }
}

/** Craftgate was reached, and said that the request cannot be carried out as it is. */
export const isRefusal = (error: unknown): error is CraftgateError =>
  CraftgateError.is(error) && error.kind === 'invalid-request'

/** A request that can never be carried out as it is; nothing was sent. */
export const invalidRequest = (code: string, sentence: Localized): CraftgateError =>
  new CraftgateError({
    kind: 'invalid-request',
    code,
    message: sentence.en,
    retry: 'no',
    merchantMessage: sentence,
  })
