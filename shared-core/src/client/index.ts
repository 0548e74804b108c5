// Craftgate over HTTP, by operation id: signatures, deadlines, retries, a circuit breaker and one kind of error.
// Nothing else in core talks HTTP to Craftgate.

export type { Deadlines } from '../options'
export { type ClientPool, clientPool } from './client-pool'
export { type ClientOptions, createClient } from './create-client'
export { describeErrorGroup, type ErrorGroupFacts } from './error-groups'
export type {
  Answer,
  CallArguments,
  CallLimits,
  CraftgateClient,
  OperationId,
  RequestBody,
} from './operations'
export type { BreakerOptions, BulkheadOptions, RetryOptions } from './resilience-policy'
