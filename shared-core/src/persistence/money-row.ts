import type { Money } from '../money'
import type { CurrencyCode } from '../money/money'

/** What every row of money has. */
export interface StoredMoney {
  /** A merchant in an environment: what payment ids are numbered in. */
  readonly account: string
  /** Minor units. */
  readonly amount: number
  readonly currency: CurrencyCode
  readonly startedAt: Date
  readonly changedAt: Date
  /** A row is written only over the version that was read. */
  readonly version: number
}

/** The same of a record. */
interface MoneyRecord {
  readonly account: string
  readonly amount: Money
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly version: number
}

export const toMoneyRow = ({
  account,
  amount: { minor: amount, currency },
  createdAt: startedAt,
  updatedAt: changedAt,
  version,
}: MoneyRecord): StoredMoney => ({ account, amount, currency, startedAt, changedAt, version })

export const moneyOfRow = ({
  account,
  amount: minor,
  currency,
  startedAt: createdAt,
  changedAt: updatedAt,
  version,
}: StoredMoney): MoneyRecord => ({ account, amount: { minor, currency }, createdAt, updatedAt, version })
