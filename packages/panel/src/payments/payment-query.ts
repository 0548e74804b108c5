import type { CurrencyCode } from '@craftgate-commerce/core'
import { isCurrency, isMethod, type ListPlace, type MethodName } from '@craftgate-commerce/core/adapter'
import { endOfDay, readDay, startOfDay, zoneOf } from '../days/days'
import { readPrice } from '../money/read-price'
import type { AmountRange, PaymentQuery } from '../panel-host'
import { placeText, readPlace } from '../ui/list-place'

/** What a merchant filters by: the states of an attempt that it means, and how its payment stands where an order took it. */
export const FILTERS = {
  paid: { states: ['authorized', 'captured'], standings: ['captured', 'captured-in-part'] },
  authorized: { states: ['authorized'], standings: ['authorized'] },
  voided: { states: ['authorized'], standings: ['voided'] },
  refunded: { states: ['authorized', 'captured'], standings: ['given-back', 'given-back-in-part'] },
  open: { states: ['created', 'open'] },
  review: { states: ['review'] },
  expired: { states: ['expired'] },
  returned: { states: ['refunding', 'refunded'] },
  'needs-review': { states: ['needs-review'] },
} as const satisfies Readonly<Record<string, Pick<PaymentQuery, 'states' | 'standings'>>>

export type Filter = keyof typeof FILTERS

export const PAGE_SIZE = 25
/** So many are looked at at once. */
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
  readonly method?: MethodName
  /** Of the shop's. */
  readonly account?: string
  /** Of an order, as a person typed them. */
  readonly least?: string
  readonly most?: string
  /** Of these two. */
  readonly currency: CurrencyCode
  /** The part of the list after this place; the newest without it. */
  readonly before?: ListPlace
  /** Of that part; the first is 1. */
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
  const [method, currency] = [read('way'), read('currency') ?? '']
  return {
    ...(search && { search }),
    ...(isFilter(filter) && { filter }),
    ...(/^[\w,-]{1,100}$/.test(customer) && { customer }),
    from: readDay(read('from')),
    to: readDay(read('to')),
    ...(isMethod(method) && { method }),
    account: read('account')?.slice(0, MOST_LETTERS) || undefined,
    least: typedAmount(read('least')),
    most: typedAmount(read('most')),
    currency: isCurrency(currency) ? currency : 'TRY',
    before: readPlace(read('before')),
    page: Number.isSafeInteger(page) && page >= 1 ? Math.min(page, FARTHEST_PAGE) : 1,
  }
}

const typedAmount = (text = ''): string | undefined => text.trim().slice(0, MOST_LETTERS) || undefined

/** Undefined for one that is no amount. */
const amountOf = ({ currency }: Looked, typed: string | undefined): number | undefined =>
  typed === undefined ? undefined : readPrice(typed, currency)?.minor

/** Which of the amounts that were typed are none. */
export const wrongAmounts = (looked: Looked): ReadonlySet<'least' | 'most'> =>
  new Set(
    (['least', 'most'] as const).filter(
      (name) => looked[name] !== undefined && amountOf(looked, looked[name]) === undefined,
    ),
  )

function amountsOf(looked: Looked): AmountRange | undefined {
  const [from, to] = [amountOf(looked, looked.least), amountOf(looked, looked.most)]
  return from === undefined && to === undefined ? undefined : { currency: looked.currency, from, to }
}

interface Listed {
  readonly timeZone?: string
  /** What `PanelPayments.accounts` answered. */
  readonly accounts?: readonly string[]
}

export function queryOf(looked: Looked, { timeZone, accounts = [] }: Listed): PaymentQuery {
  const { search, filter, customer, from, to, method, account, before, page } = looked
  const zone = zoneOf({ timeZone })
  return {
    search,
    method,
    account: accounts.find((name) => name === account),
    amounts: amountsOf(looked),
    customer,
    ...(filter === undefined ? { states: [] } : FILTERS[filter]),
    ...(from !== undefined && { changedFrom: startOfDay(from, zone) }),
    ...(to !== undefined && { changedBefore: endOfDay(to, zone) }),
    before,
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  }
}

/** The query of the list's address. */
export function addressOf({ page, ...looked }: Looked): string {
  const { search, filter, customer, from, to, method, account, least, most, currency, before } = looked
  const query = new URLSearchParams()
  if (search !== undefined) query.set('q', search)
  if (filter !== undefined) query.set('state', filter)
  if (customer !== undefined) query.set('customer', customer)
  if (from !== undefined) query.set('from', from)
  if (to !== undefined) query.set('to', to)
  if (method !== undefined) query.set('way', method)
  if (account !== undefined) query.set('account', account)
  if (least !== undefined) query.set('least', least)
  if (most !== undefined) query.set('most', most)
  if (least !== undefined || most !== undefined) query.set('currency', currency)
  if (before !== undefined) query.set('before', placeText(before))
  if (page > 1) query.set('page', String(page))
  return query.size === 0 ? '' : `?${query}`
}
