import type { EmulatorClock, RequestLog } from '@craftgate-commerce/emulator-kit'
import type { AppOptions, ShopifyEmulatorOptions } from '../options/options'
import type { DeliveryDependencies } from '../session-delivery/deliver-session'
import type { GraphQLFaults, GraphQLRequest } from './graphql-calls'
import type { State } from './state'

/** What every part of the emulator works with; made once, in create-emulator.ts. */
export interface EmulatorContext {
  readonly options: ShopifyEmulatorOptions
  readonly app: AppOptions
  readonly state: State
  readonly clock: EmulatorClock
  readonly delivery: DeliveryDependencies
  readonly graphql: GraphQLFaults
  /** GraphQL calls of the app. */
  readonly requests: RequestLog<GraphQLRequest>
  /** Where the emulator listens, without a slash at the end. */
  url(): string
  /** To be called after everything that changed the state. */
  changed(): void
  /** Aborted when the emulator closes. */
  readonly closing: AbortSignal
}
