import type { World } from '../world'

/** Who calls. */
export interface CallContext {
  readonly world: World
  readonly shop: string
}

export interface UserError {
  readonly field: readonly string[] | null
  readonly message: string
  readonly code?: string
}

/** A field of the schema's Mutation or Query type. */
export type Resolver<Args> = (args: Args, context: CallContext) => unknown
