// What the entries of a shop's sales entries add up to, of one currency. Amounts are minor units.
import type { CurrencyCode } from '@craftgate-commerce/core'
import type { SalesFigures } from '@craftgate-commerce/core/adapter'

export interface Totals {
  /** Money that orders took: sales, and pre-authorizations when they are captured. Without interest; refunds apart. */
  readonly turnover: number
  /** How many payments that is. */
  readonly paid: number
  /** What cards were charged above the turnover: interest of instalments, less what campaigns of the merchant gave. */
  readonly interest: number
  readonly refunds: number
  readonly refunded: number
  /** Payments that the bank approved, pre-authorizations too. A purchase is approved once. */
  readonly approved: number
  readonly declined: number
  /** Purchases that were tried and not paid. */
  readonly unpaid: number
}

const NOTHING: Totals = {
  turnover: 0,
  paid: 0,
  interest: 0,
  refunds: 0,
  refunded: 0,
  approved: 0,
  declined: 0,
  unpaid: 0,
}

const add = (a: Totals, b: Partial<Totals>): Totals => {
  const sum = { ...a }
  for (const [key, value] of Object.entries(b) as [keyof Totals, number][])
    Object.assign(sum, { [key]: a[key] + value })
  return sum
}

export const totalOf = (days: readonly Totals[]): Totals => days.reduce(add, NOTHING)

type DayFigure = SalesFigures['days'][number]

const ofEntry = ({ kind, count, amount, paid }: DayFigure): Partial<Totals> => {
  switch (kind) {
    case 'sale':
      return { turnover: amount, paid: count, interest: paid - amount, approved: count }
    case 'capture':
      return { turnover: amount, paid: count, interest: paid - amount }
    case 'authorization':
      return { approved: count }
    case 'refund':
      return { refunds: count, refunded: amount }
    case 'declined':
      return { declined: count }
    case 'lost':
      return {}
  }
}

/** Currencies of the figures, the one with the most entries first. */
export function currenciesOf({ days }: SalesFigures): readonly CurrencyCode[] {
  const counts = new Map<CurrencyCode, number>()
  for (const { currency, count } of days) counts.set(currency, (counts.get(currency) ?? 0) + count)
  return [...counts].sort(([, a], [, b]) => b - a).map(([currency]) => currency)
}

/** Each of the `count` days, oldest first. */
export function daysOf(figures: SalesFigures, currency: CurrencyCode, count: number): readonly Totals[] {
  const days = Array.from({ length: count }, () => NOTHING)
  const at = (day: number, change: Partial<Totals>) => {
    const known = days[day]
    if (known !== undefined) days[day] = add(known, change)
  }
  for (const figure of figures.days) if (figure.currency === currency) at(figure.day, ofEntry(figure))
  for (const { day, currency: of, count: unpaid } of figures.unpaid) if (of === currency) at(day, { unpaid })
  return days
}

export const averageOf = ({ turnover, paid }: Totals): number | undefined =>
  paid === 0 ? undefined : Math.round(turnover / paid)

const share = (part: number, whole: number): number | undefined => (whole === 0 ? undefined : part / whole)

/** Of payments: two declined ones before a success are one of three. */
export const paymentsApproved = ({ approved, declined }: Totals): number | undefined =>
  share(approved, approved + declined)

/** Of purchases: two declined payments before a success are one of one. */
export const purchasesPaid = ({ approved, unpaid }: Totals): number | undefined =>
  share(approved, approved + unpaid)

/** Payments that have something in common. */
export interface Group {
  readonly name: string
  readonly approved: number
  readonly declined: number
  /** Of the approved ones. */
  readonly amount: number
}

type PaymentFigure = SalesFigures['payments'][number]

/** Payments of a currency by what `nameOf` says of each, the most first; those of which it says nothing are left out. */
export function groupPayments(
  { payments }: SalesFigures,
  currency: CurrencyCode,
  nameOf: (figure: PaymentFigure) => string | undefined,
): readonly Group[] {
  const groups = new Map<string, Group>()
  for (const figure of payments) {
    const name = figure.currency === currency ? nameOf(figure) : undefined
    if (name === undefined) continue
    const { approved, declined, amount } = groups.get(name) ?? { approved: 0, declined: 0, amount: 0 }
    const { isApproved, count } = figure
    groups.set(name, {
      name,
      approved: approved + (isApproved ? count : 0),
      declined: declined + (isApproved ? 0 : count),
      amount: amount + (isApproved ? figure.amount : 0),
    })
  }
  return [...groups.values()].sort((a, b) => b.approved + b.declined - a.approved - a.declined)
}
