import type { Localized } from '../messages/localized'

/** Who hears of it: the merchant's webhook, the platform's own events, and the function `send` of the options. */
export type AlertChannel = 'webhook' | 'event' | 'send'

/** What a merchant is told of one kind of thing that needs attention. No personal data, no secret. */
export interface Alert {
  /** Stays the same when it is told again, so that whoever got it twice knows. */
  readonly id: string
  /** raised: something waits, or more than before; cleared: nothing does any more; test: somebody wanted to see one. */
  readonly state: 'raised' | 'cleared' | 'test'
  /** As the panel's API names it, e.g. `refused-refunds`. */
  readonly kind: string
  /** Key of `merchants` in the options. */
  readonly merchant: string
  /** Craftgate's merchant in an environment: it survives a change of keys. */
  readonly account: string
  /** Which shop of several on one server; absent where there is one. */
  readonly shop?: string
  /** How many wait. */
  readonly count: number
  /** When it came to its state. */
  readonly since: Date
  /** In the language of the options. */
  readonly title: string
  /** What it is and what to do, in a sentence or some. */
  readonly text: string
  /** The panel's page of what needs attention. */
  readonly url: string
}

/** How much of a kind waits. */
export interface SeenKind {
  readonly kind: string
  readonly title: Localized
  readonly text: Localized
  readonly count: number
  /**
   * When it was seen, where a process knows only what it saw itself; `unknown`: it saw nothing yet. Absent: now, of what all
   * processes share.
   */
  readonly asOf?: Date | 'unknown'
  /** When what waits was read, where a process keeps it for a while. Absent: now. */
  readonly readAt?: Date
}

/** What needs attention in a shop, as its panel counts it. */
export interface AlertSource {
  /** Where a person looks at it. */
  readonly url: string
  /** As of an alert. */
  readonly shop?: string
  /** All kinds of this account, also those of which nothing waits; without those that could not be asked. */
  kinds(of: { readonly merchant: string; readonly account: string }): Promise<readonly SeenKind[]>
}

/** What was said last of a kind of an account; one for each. */
export interface AlertRecord {
  readonly account: string
  readonly kind: string
  readonly state: 'raised' | 'cleared'
  /** So many were told of, or fewer that are left of them. */
  readonly count: number
  readonly since: Date
  /** When it was said last that something waits. */
  readonly raisedAt: Date
  /** `Alert.id` of what is said now. */
  readonly messageId: string
  /** Who has not taken it yet. */
  readonly pending: readonly AlertChannel[]
  readonly attempts: number
  /** Absent when everybody took it, or when it was given up. */
  readonly nextAttemptAt?: Date
  readonly createdAt: Date
  readonly updatedAt: Date
  /** 0 = never stored. The store raises it by one at each write. */
  readonly version: number
}

/** Where a shop keeps them, so that several servers and one that starts again tell each thing once. */
export interface AlertStore {
  /**
   * Inserts (version 0) or updates by account and kind, committed at once, unless somebody wrote it since this version was read.
   * Returns what is stored now, or 'conflict'.
   */
  save(record: AlertRecord): Promise<AlertRecord | 'conflict'>
  /** All of this account: as many as there are kinds. */
  of(account: string): Promise<readonly AlertRecord[]>
}
