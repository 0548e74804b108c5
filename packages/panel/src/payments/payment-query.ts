import type { CheckoutState } from '@craftgate-commerce/core'
import type { PaymentQuery } from '../panel-host'

/** What a merchant filters by, and the states of an attempt that it means. */
export const FILTERS = {
  paid: ['captured'],
  authorized: ['authorized'],
  open: ['created', 'open'],
  review: ['review'],
  expired: ['expired'],
  returned: ['refunding', 'refunded'],
  'needs-review': ['needs-review'],
} as const satisfies Readonly<Record<string, readonly CheckoutState[]>>

export type Filter = keyof typeof FILTERS

export const PAGE_SIZE = 25
/** An older payment is found by a filter or a search. */
const FARTHEST_PAGE = 400
const MOST_LETTERS = 100

/** What a merchant looks for; what is unknown in the address is as if absent. */
export interface Looked {
  readonly search?: string
  readonly filter?: Filter
  /** What the shop calls whoever has the e-mail address that was searched. */
  readonly customer?: string
  /** Days, 2026-11-24, the last one whole. */
  readonly from?: string
  readonly to?: string
  /** The first is 1. */
  readonly page: number
}

export const isFilter = (text: string): text is Filter => Object.hasOwn(FILTERS, text)

const DAY_MS = 86_400_000

/** Midnight of a day where the merchants are: Turkey has kept +03:00 all year since 2016. */
const midnightOf = (day: string): Date => new Date(`${day}T00:00:00+03:00`)

function readDay(text = ''): string | undefined {
  return /^20\d\d-\d\d-\d\d$/.test(text) && !Number.isNaN(midnightOf(text).getTime()) ? text : undefined
}

export function readLooked(read: (name: string) => string | undefined): Looked {
  const search = (read('q') ?? '')
    .replace(/\p{Cc}/gu, '')
    .trim()
    .slice(0, MOST_LETTERS)
  const filter = read('state') ?? ''
  const customer = read('customer') ?? ''
  const page = Number(read('page') ?? 1)
  return {
    ...(search && { search }),
    ...(isFilter(filter) && { filter }),
    ...(/^[\w,-]{1,100}$/.test(customer) && { customer }),
    from: readDay(read('from')),
    to: readDay(read('to')),
    page: Number.isSafeInteger(page) && page >= 1 ? Math.min(page, FARTHEST_PAGE) : 1,
  }
}

export const queryOf = ({ search, filter, customer, from, to, page }: Looked): PaymentQuery => ({
  search,
  customer,
  states: filter === undefined ? [] : FILTERS[filter],
  ...(from !== undefined && { changedFrom: midnightOf(from) }),
  ...(to !== undefined && { changedBefore: new Date(midnightOf(to).getTime() + DAY_MS) }),
  limit: PAGE_SIZE,
  offset: (page - 1) * PAGE_SIZE,
})

/** The query of the list's address. */
export function addressOf({ search, filter, customer, from, to, page }: Looked): string {
  const query = new URLSearchParams()
  if (search !== undefined) query.set('q', search)
  if (filter !== undefined) query.set('state', filter)
  if (customer !== undefined) query.set('customer', customer)
  if (from !== undefined) query.set('from', from)
  if (to !== undefined) query.set('to', to)
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '' : `?${query}`
}
