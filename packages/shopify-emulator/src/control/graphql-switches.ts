import type { ArmedFault } from './fault'

/** What goes wrong on purpose with the app's GraphQL calls. */
export interface GraphQLSwitches {
  /** Every connection is cut. */
  down: boolean
  faults: ArmedFault[]
}

export const honestGraphQL = (): GraphQLSwitches => ({ down: false, faults: [] })
