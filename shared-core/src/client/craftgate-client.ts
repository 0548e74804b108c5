// The client as its callers see it: one function, typed by the API description (packages/openapi).
import type { Answer, OperationId, operations } from '@craftgate-commerce/openapi/operations'

export type { Answer, OperationId, RequestBody } from '@craftgate-commerce/openapi/operations'

/** Limits of one piece of work. */
export interface CallLimits {
  /** Everything called with it ends when it does. */
  readonly signal?: AbortSignal
  /**
   * Sent as `x-idempotency-key` with calls that honour it (POST, PATCH, DELETE): Craftgate answers a repeated key with
   * the first result.
   */
  readonly idempotencyKey?: string
  /**
   * How often the call may be sent, within its deadline. A read: as the client's retry options say. Anything else: once;
   * more counts only for a call with a key that Craftgate honours, and only while every earlier request surely ended.
   */
  readonly attempts?: number
}

type BodyOf<Operation> = Operation extends {
  requestBody: { content: { 'application/json': infer Body } }
}
  ? { readonly body: Body }
  : Operation extends { requestBody?: { content: { 'application/json': infer Body } } }
    ? { readonly body?: unknown extends Body ? undefined : Body }
    : never

/** What a call is made with: the parameters of its path and query, and its body, as the description names them. */
export type CallArguments<Id extends OperationId> = Readonly<
  Pick<operations[Id]['parameters'], 'path' | 'query'>
> &
  BodyOf<operations[Id]>

/** Craftgate for one merchant. Every call rejects with CraftgateError only. */
export interface CraftgateClient {
  /**
   * Calls an operation of the API description; answers what Craftgate sent under `data` (a file: a ReadableStream of its
   * bytes, as fast as it is read; a success without a body: undefined). A number whose digits JavaScript cannot hold comes as text.
   * What moves money is sent once, except as `attempts` says; when its answer is unclear the error is `unknown-outcome`
   * with retry `ask-first`.
   */
  call<Id extends OperationId>(
    operation: Id,
    args: CallArguments<Id>,
    limits?: CallLimits,
  ): Promise<Answer<Id>>
  /** The same client, all of whose calls keep to these limits too. */
  within(limits: CallLimits): CraftgateClient
  /** Waits for requests under way. */
  close(): Promise<void>
}
