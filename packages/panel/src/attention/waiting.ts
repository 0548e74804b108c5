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
}
