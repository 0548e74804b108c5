import type { CheckoutState } from '../api-types'

/** What a merchant looks for, as states of attempts. The first is what needs a look. */
export const FILTERS = {
  strays: ['refunding', 'refunded', 'needs-review'],
  waiting: ['created', 'open', 'review'],
  paid: ['authorized', 'captured'],
  expired: ['expired'],
  all: [],
} as const satisfies Record<string, readonly CheckoutState[]>

export type Filter = keyof typeof FILTERS

export const isFilter = (word: string): word is Filter => word in FILTERS
