import { add, compare, type Money, money, subtract } from '../../money'

export interface Source {
  readonly id: number
  readonly externalId?: string
  readonly left: Money
}

export interface NamedAmount {
  readonly externalId: string
  readonly amount: Money
}

/** What is taken from the source at the same position of the list. */
export type Takes = readonly Money[]

/**
 * Which transaction gives how much of the order's price: the named items first, each as far as it reaches, then the
 * rest from the first transaction on. What named items ask beyond `amount` is not taken.
 * The takes sum to `amount` whenever the sources hold that much; none exceeds what is left there.
 */
export function takePrice(amount: Money, named: readonly NamedAmount[], sources: readonly Source[]): Takes {
  const start = { sources, open: amount, takes: sources.map(() => money(0, amount.currency)) }
  const byName = named.reduce(takeNamed, start)
  return take(byName.open, byName).takes
}

interface Table {
  readonly sources: readonly Source[]
  readonly takes: Money[]
  /** What is still to be taken. */
  readonly open: Money
}

function takeNamed(table: Table, { externalId, amount }: NamedAmount): Table {
  return take(least(amount, table.open), table, (source) => source.externalId === externalId)
}

function take(wanted: Money, table: Table, from: (source: Source) => boolean = () => true): Table {
  let left = wanted
  const takes = table.sources.map((source, index) => {
    const before = table.takes[index] ?? money(0, wanted.currency)
    if (left.minor === 0 || !from(source)) return before
    const part = least(left, subtract(source.left, before))
    left = subtract(left, part)
    return add(before, part)
  })
  return { ...table, takes, open: subtract(table.open, subtract(wanted, left)) }
}

const least = (a: Money, b: Money): Money => (compare(a, b) <= 0 ? a : b)
