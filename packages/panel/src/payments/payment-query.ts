import type { CheckoutState } from '@craftgate-commerce/core'
import { endOfDay, readDay, startOfDay, zoneOf } from '../days/days'
import type { PanelHost, PaymentQuery } from '../panel-host'

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
  /** Days of the shop's, 2026-11-24, the last one whole. */
  readonly from?: string
  readonly to?: string
  /** The first is 1. */
  readonly page: number
}

export const isFilter = (text: string): text is Filter => Object.hasOwn(FILTERS, text)

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

export const queryOf = (
  { search, filter, customer, from, to, page }: Looked,
  host: Pick<PanelHost, 'timeZone'>,
): PaymentQuery => ({
  search,
  customer,
  states: filter === undefined ? [] : FILTERS[filter],
  ...(from !== undefined && { changedFrom: startOfDay(from, zoneOf(host)) }),
  ...(to !== undefined && { changedBefore: endOfDay(to, zoneOf(host)) }),
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
