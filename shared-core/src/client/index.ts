// Craftgate over HTTP, by operation id: signatures, deadlines, retries, a circuit breaker and one kind of error.
// Nothing else in core talks HTTP to Craftgate.

export type { Deadlines } from '../options/options'
export type {
  Answer,
  CallArguments,
  CallLimits,
  CraftgateClient,
  OperationId,
  RequestBody,
} from './craftgate-client'
export { type ClientOptions, type ClientPool, clientPool, createClient } from './create-client'
export { describeErrorGroup, type ErrorGroupFacts } from './error-groups'
export type { BreakerOptions, BulkheadOptions, RetryOptions } from './resilience-policy'
