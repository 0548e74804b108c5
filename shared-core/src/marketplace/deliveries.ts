// Which lines a delivery completes: a share is let go whole, so the last piece of its goods decides.

export interface SoldLine {
  /** The basket item's externalId. */
  readonly externalId: string
  /** What is delivered, as both the sale and its deliveries name it: a variant of a seller's. */
  readonly goods: string
  readonly quantity: number
}

export interface Delivery {
  /** The shop's own. */
  readonly id: string
  /** Pieces by what they are, as `SoldLine.goods` names it. */
  readonly pieces: ReadonlyMap<string, number>
}

/** What was sold of an order, and what of it was delivered until now, in an order that stays. */
export interface Deliveries {
  readonly sold: readonly SoldLine[]
  readonly deliveries: readonly Delivery[]
}

export interface CompletedLines {
  /** The delivery that brought the last piece. */
  readonly delivery: string
  /** External ids. */
  readonly lines: readonly string[]
}

/** The lines whose goods have all been delivered, by the delivery that completed them. */
export function completedLines({ sold, deliveries }: Deliveries): readonly CompletedLines[] {
  const missing = new Map<string, number>()
  for (const { goods, quantity } of sold) missing.set(goods, (missing.get(goods) ?? 0) + quantity)
  return deliveries.flatMap(({ id, pieces }) => {
    const complete = new Set<string>()
    for (const [goods, quantity] of pieces) {
      const before = missing.get(goods) ?? 0
      missing.set(goods, before - quantity)
      if (before > 0 && before <= quantity) complete.add(goods)
    }
    const lines = sold.filter(({ goods }) => complete.has(goods)).map(({ externalId }) => externalId)
    return lines.length > 0 ? [{ delivery: id, lines }] : []
  })
}
