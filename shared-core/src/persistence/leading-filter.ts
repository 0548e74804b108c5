// A list of attempts reads so many rows and no more, however many a shop has, and says how far back it looked. The filter that
// leads finds its rows by an index of its own; the others choose among those.
import type { CheckoutState } from '../platform'

/** Of a list whose leading filter leaves more, the newest are looked at, and then it is gone on from there. */
export const LOOKED_ROWS = 10_000

/** Fewer where other filters choose among them: those read the row of each. */
export const CHOSEN_FROM_ROWS = 5_000

/** A filter that leaves so few is looked through whole, whatever else is asked. */
export const FEW_ROWS = 4_000

/** A moment and an attempt of it, after which an older part of the list begins. */
export interface ListPlace {
  readonly at: Date
  readonly id: string
}

/** What a list of attempts may be narrowed by; all of it together. */
export interface CheckoutFilters {
  /** Any of these; all when empty. */
  readonly states: readonly CheckoutState[]
  readonly method?: string
  /** Any of these. */
  readonly methods?: readonly string[]
  readonly account?: string
  /** Minor units, both ends included. */
  readonly amounts?: { readonly currency: string; readonly from?: number; readonly to?: number }
  readonly changedFrom?: Date
  readonly changedBefore?: Date
}

/** `named`: the attempts, or the orders, that a search found. */
export type Leading = 'named' | 'amounts' | 'states' | 'days' | 'method' | 'account' | 'all'

export interface Lead {
  readonly by: Leading
  /** Everything that it leaves is looked through. */
  readonly isWhole: boolean
}

export const isByDay = ({ changedFrom, changedBefore }: CheckoutFilters): boolean =>
  changedFrom !== undefined || changedBefore !== undefined

/** Those that were asked for, the ones that leave the fewest rows most often first. */
const asked = (filters: CheckoutFilters): readonly Leading[] => [
  ...(filters.amounts === undefined ? [] : (['amounts'] as const)),
  ...(filters.states.length === 0 ? [] : (['states'] as const)),
  ...(isByDay(filters) ? (['days'] as const) : []),
  ...(filters.method === undefined && filters.methods === undefined ? [] : (['method'] as const)),
  ...(filters.account === undefined ? [] : (['account'] as const)),
]

/** Of those that leave many: an index has these in the order of the list. Amounts are in no order of time. */
const WALKED: readonly Leading[] = ['states', 'days', 'method', 'account']

/**
 * Which filter leads: the first that leaves few, so that a rare amount, way or state finds all of its payments, however long
 * ago; where each leaves many, one that is walked back in time.
 * @param indexed Which of them an index of the table leads with.
 * @param count How many rows a filter leaves, counted up to `most`, by its index.
 */
export async function leadOf(
  filters: CheckoutFilters,
  indexed: ReadonlySet<Leading>,
  count: (by: Leading, most: number) => Promise<number>,
): Promise<Lead> {
  const candidates = asked(filters).filter((by) => indexed.has(by))
  const walked = WALKED.find((by) => candidates.includes(by)) ?? 'all'
  // Walked from the newest on it finds the same as looked through whole.
  if (candidates.length === 1 && candidates[0] === walked) return { by: walked, isWhole: false }
  for (const by of candidates) if ((await count(by, FEW_ROWS + 1)) <= FEW_ROWS) return { by, isWhole: true }
  return { by: walked, isWhole: false }
}
