// The one door to Craftgate: the official SDK's catalogue over our own wire, with deadlines, retries, a breaker and
// one kind of error. Nothing else in the house talks HTTP to Craftgate.
export { createGateway, type GatewayOptions } from './create-gateway'
export { describeErrorGroup, type ErrorGroupFacts } from './error-groups'
export type { CallLimits, Gateway, WholeGateway } from './gateway'
export { type GatewayPool, gatewayPool } from './gateway-pool'
export type { BreakerOptions, BulkheadOptions, RetryOptions } from './resilience-options'
