import { AsyncLocalStorage } from 'node:async_hooks'
import type { OperationResult, PaymentOperation } from '@craftgate-commerce/core'
import type { ID } from '@vendure/core'

/** Names an operation that was written down. */
export type OperationName = Pick<PaymentOperation, 'account' | 'paymentId' | 'key'>

type Kind = 'capture' | 'void'

/**
 * What one mutation of a merchant does with money. Vendure's services and the payment handler are called with contexts
 * that are copied on the way, so this is found by the request that they run in.
 */
export class RequestOperations {
  /** Written down by the payment handler, inside the mutation's transaction. */
  readonly written: OperationName[] = []
  private readonly answers = new Map<string, OperationResult>()

  /** Carried out before the mutation's transaction began; `id` is of Vendure's payment. */
  answered(kind: Kind, id: ID, result: OperationResult): void {
    this.answers.set(`${kind} ${id}`, result)
  }

  answerOf(kind: Kind, id: ID): OperationResult | undefined {
    return this.answers.get(`${kind} ${id}`)
  }
}

const requests = new AsyncLocalStorage<RequestOperations>()

export function inRequest<T>(operations: RequestOperations, work: () => Promise<T>): Promise<T> {
  return requests.run(operations, work)
}

/** Of the mutation that is at work; undefined in jobs, events, and mutations that are not about money. */
export const currentRequest = (): RequestOperations | undefined => requests.getStore()
