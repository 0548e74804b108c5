import type { Localized, Money } from '@craftgate-commerce/core'

/** One thing that waits. */
export interface AttentionItem {
  /** Its page of the panel: /payments/… */
  readonly path: string
  readonly text: string | Localized
  readonly at?: Date
  readonly amount?: Money
}

export interface Waiting {
  /** All of them; where that is not known, as many as were looked at. */
  readonly count: number
  /** The first ones, at most `MOST_SHOWN`. */
  readonly items: readonly AttentionItem[]
  /** When it was seen to be well, where this process knows only what it saw itself. Absent: now, of what all processes share. */
  readonly asOf?: Date | 'unknown'
  /** When it was read, where this process keeps it for a while. Absent: now. */
  readonly readAt?: Date
}

/** As of when it is known, of what each process reads for itself and keeps. */
export function keptSince(readAt: readonly (Date | undefined)[]): Pick<Waiting, 'asOf' | 'readAt'> {
  const asOf = oldestOf(readAt)
  return { asOf, ...(asOf !== 'unknown' && { readAt: asOf }) }
}

/** As of when all of them are known. */
export const oldestOf = (known: readonly (Date | undefined)[]): Date | 'unknown' =>
  known.reduce<Date | 'unknown'>(
    (oldest, at) => (at === undefined || oldest === 'unknown' ? 'unknown' : at < oldest ? at : oldest),
    new Date(8_640_000_000_000_000),
  )
