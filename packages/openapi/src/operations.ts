// Every call of Craftgate's API as plain data, without the validators: what a client in production needs.
import { OPERATIONS } from './generated/table'

export type { components, operations, paths } from './generated/api'
export type { Answer, PathParameters, QueryParameters, RequestBody, Schema } from './types'
export { OPERATIONS }

export type OperationId = keyof typeof OPERATIONS

/** read: changes nothing. start: opens something a shopper goes on with. money: moves money or changes the account. */
export type CallClass = 'read' | 'start' | 'money'

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** A template: `/payment/v1/card-payments/{id}`. */
  readonly path: string
  readonly class: CallClass
  /** Whether Craftgate honours `x-idempotency-key` here. */
  readonly idempotencyKey: boolean
  /** A success may come without a body. */
  readonly answerless: boolean
  /** The answer is a file. */
  readonly binary: boolean
}

export interface FoundOperation {
  readonly id: OperationId
  readonly operation: Operation
  /** The decoded values of the path's parameters. */
  readonly parameters: Readonly<Record<string, string>>
}

interface Candidate {
  readonly id: OperationId
  readonly operation: Operation
  readonly names: readonly string[]
  readonly pattern: RegExp
}

const PARAMETER = /\{(\w+)\}/g

let compiled: readonly Candidate[] | undefined

/** Compiled when the first path is looked up: who only makes calls needs no patterns. */
function candidates(): readonly Candidate[] {
  compiled ??= operationIds()
    .map((id) => candidateOf(id, OPERATIONS[id]))
    .sort((one, other) => one.names.length - other.names.length)
  return compiled
}

export function operationIds(): readonly OperationId[] {
  return Object.keys(OPERATIONS) as OperationId[]
}

function candidateOf(id: OperationId, operation: Operation): Candidate {
  const names = [...operation.path.matchAll(PARAMETER)].map(([, name = '']) => name)
  // Some clients end a path with a slash.
  const pattern = new RegExp(`^${operation.path.replace(PARAMETER, '([^/]+)')}/?$`)
  return { id, operation, names, pattern }
}

/**
 * The call that a method and a path (without query) mean; where two fit, the one with fewer path parameters:
 * `/fraud/v1/value-lists/all` is not the list named "all".
 */
export function findOperation(method: string, path: string): FoundOperation | undefined {
  for (const { id, operation, names, pattern } of candidates()) {
    const match = operation.method === method.toUpperCase() ? pattern.exec(path) : null
    if (!match) continue
    const parameters = Object.fromEntries(names.map((name, at) => [name, decoded(match[at + 1] ?? '')]))
    return { id, operation, parameters }
  }
  return undefined
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
