import type { Localized } from '../localized'
import { ERROR_GROUPS, type ErrorGroupRow } from './error-group-texts'

/** What one of Craftgate's error groups means (developer.craftgate.io/error-groups), in our own words. */
export interface ErrorGroupFacts {
  readonly group: string
  /** For the shopper: what to do next. Names no suspicion, whatever the bank suspects. */
  readonly shopper: Localized
  /** For the merchant: what happened and where to look. */
  readonly merchant: Localized
  /** True when the shopper can do something about it: type again, use another card, try later. */
  readonly retryableByShopper: boolean
  /** True when the bank never decided, or decided earlier: the money may have moved, so ask before repeating. */
  readonly uncertain: boolean
}

const factsOf = (group: string, [shopper, merchant, flags]: ErrorGroupRow): ErrorGroupFacts => ({
  group,
  shopper,
  merchant,
  retryableByShopper: flags !== 'final' && flags !== 'uncertain-final',
  uncertain: flags === 'uncertain' || flags === 'uncertain-final',
})

/** The documented groups. A group that is new at Craftgate reads like UNKNOWN. */
export function describeErrorGroup(group: string | undefined): ErrorGroupFacts {
  const known = group !== undefined && Object.hasOwn(ERROR_GROUPS, group)
  return factsOf(group ?? 'UNKNOWN', (known && ERROR_GROUPS[group]) || ERROR_GROUPS.UNKNOWN)
}
