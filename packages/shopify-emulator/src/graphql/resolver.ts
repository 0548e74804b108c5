import type { EmulatorContext } from '../context/emulator-context'

/** Who calls. */
export interface Caller {
  readonly ctx: EmulatorContext
  readonly shop: string
}

export interface UserError {
  readonly field: readonly string[] | null
  readonly message: string
  readonly code?: string
}

/** A field of the schema's Mutation or Query type. */
export type Resolver<Args> = (args: Args, caller: Caller) => unknown
