import { add, compare, type Money, money, subtract, sum } from '../../money'

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
  const none = sources.map(() => money(0, amount.currency))
  const byName = named.reduce((takes, item) => takeNamed(amount, item, { sources, takes }), none)
  return take(rest(amount, byName), { sources, takes: byName })
}

interface Table {
  readonly sources: readonly Source[]
  readonly takes: Money[]
}

function takeNamed(amount: Money, item: NamedAmount, { sources, takes }: Table): Money[] {
  const wanted = least(item.amount, rest(amount, takes))
  return take(wanted, { sources, takes }, (source) => source.externalId === item.externalId)
}

function take(
  wanted: Money,
  { sources, takes }: Table,
  from: (source: Source) => boolean = () => true,
): Money[] {
  let open = wanted
  return sources.map((source, index) => {
    const before = takes[index] ?? money(0, wanted.currency)
    if (!from(source)) return before
    const part = least(open, subtract(source.left, before))
    open = subtract(open, part)
    return add(before, part)
  })
}

const rest = (amount: Money, takes: Takes): Money => subtract(amount, sum(takes, amount.currency))

const least = (a: Money, b: Money): Money => (compare(a, b) <= 0 ? a : b)
