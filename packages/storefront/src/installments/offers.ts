// What the instalments of a price come to, for people: which campaigns there are, and what is paid a month at least.
import type {
  StorefrontInstallment,
  StorefrontInstallments,
  StorefrontInstallmentTable,
} from '@craftgate-commerce/core/storefront'
import { lowestOf } from '../shop/lowest'

/** A shopper's card, not a company's, and one that knows instalments. */
export const shown = ({ tables }: StorefrontInstallments): readonly StorefrontInstallmentTable[] =>
  tables.filter(({ commercial, options }) => !commercial && options.length > 1)

export const isCampaign = ({ count, fundedBy }: StorefrontInstallment): boolean =>
  count > 1 && fundedBy === 'merchant'

export interface Campaign {
  readonly count: number
  readonly families: readonly string[]
}

/** The most instalments at the price itself, and the card families that have as many; undefined where none has any. */
export function bestCampaign(tables: readonly StorefrontInstallmentTable[]): Campaign | undefined {
  const most = tables.map(({ cardFamily, options }) => ({
    family: cardFamily,
    count: Math.max(0, ...options.filter(isCampaign).map(({ count }) => count)),
  }))
  const count = Math.max(0, ...most.map((each) => each.count))
  if (count === 0) return undefined
  const families = most.flatMap((each) => (each.count === count && each.family ? [each.family] : []))
  return { count, families }
}

/** The smallest monthly payment of all, as decimal text. */
export const lowestMonthly = (tables: readonly StorefrontInstallmentTable[]): string | undefined =>
  lowestOf(tables.flatMap(({ options }) => options).filter(({ count }) => count > 1))
