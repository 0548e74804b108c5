import type { Mode } from '../../context/tenant'
import { sessionId } from '../../session-requests/session-requests'

export const PAYMENT_FILTERS = [
  'open',
  'syncing',
  'paid',
  'authorized',
  'voided',
  'review',
  'awaiting-funds',
  'rejected',
  'issues',
] as const

export type PaymentFilter = (typeof PAYMENT_FILTERS)[number]

/** What a merchant looks for. */
export interface PaymentQuery {
  /** Shopify's id or how it begins. */
  readonly search?: string
  /** The search when it may be a payment number of Craftgate. */
  readonly paymentId?: number
  readonly state?: PaymentFilter
  readonly mode?: Mode
  /** The id of the payment after which the page begins. */
  readonly after?: string
}

const MOST_LETTERS = 200
const GID = /^gid:\/\/shopify\/[A-Za-z]+\//

const isFilter = (text: string | undefined): text is PaymentFilter =>
  PAYMENT_FILTERS.some((filter) => filter === text)

const isMode = (text: string | undefined): text is Mode => text === 'live' || text === 'test'

/** Reads the query of an address; what is unknown there is as if absent. */
export function readPaymentQuery(read: (name: string) => string | undefined): PaymentQuery {
  const search = (read('q') ?? '').trim().slice(0, MOST_LETTERS).replace(GID, '')
  const number = /^\d{1,15}$/.test(search) ? Number(search) : undefined
  const [state, mode, after] = [read('state'), read('mode'), read('after') ?? '']
  return {
    search: search || undefined,
    paymentId: number,
    state: isFilter(state) ? state : undefined,
    mode: isMode(mode) ? mode : undefined,
    after: isSessionId(after) ? after : undefined,
  }
}

/** The address of a page of the list. */
export function listPath({ search, state, mode, after }: PaymentQuery): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries({ q: search, state, mode, after })) {
    if (value !== undefined) query.set(name, value)
  }
  return query.size === 0 ? '/payments' : `/payments?${query}`
}

export const paymentPath = (id: string): string => `/payments/${encodeURIComponent(id)}`

/** Anything else names nothing, and is not looked for. */
export const isSessionId = (text: string): boolean => sessionId.safeParse(text).success
