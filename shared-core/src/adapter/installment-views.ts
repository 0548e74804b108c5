// What a shop's public address tells of instalments. Anybody may ask, and each new price is a question to Craftgate: so a
// shop asks for prices that it has, or for an amount on the grid.
import type { InstallmentTable } from '../installments'
import { type Money, money, toDecimal } from '../money'

/** The first 6 to 8 digits of a card. */
export const isBin = (text: string): boolean => /^\d{6,8}$/.test(text)

const SIGNIFICANT_DIGITS = 3

/** A billion lira: more than any card pays. */
const MOST_MINOR = 100_000_000_000

/**
 * The amount to its first three digits (1,249.90 is 1,250), so that whoever asks for ever new amounts soon repeats himself:
 * there are nine hundred between 1,000 and 10,000. At most half of a hundredth off. Undefined for what no card pays.
 */
export function amountOnGrid({ minor, currency }: Money): Money | undefined {
  if (minor <= 0 || minor > MOST_MINOR) return undefined
  const step = 10 ** Math.max(0, String(minor).length - SIGNIFICANT_DIGITS)
  return money(Math.round(minor / step) * step, currency)
}

/** Tables as JSON; amounts as decimal text in the currency of the price. */
export const installmentViews = (tables: readonly InstallmentTable[]) =>
  tables.map((table) => ({
    card_family: table.family ?? null,
    bank: table.bankName ?? null,
    card_association: table.association ?? null,
    card_type: table.type ?? null,
    commercial: table.commercial,
    force_three_ds: table.forceThreeDS,
    options: table.options.map(({ count, each, total, interest, fundedBy }) => ({
      installment: count,
      each: toDecimal(each),
      total: toDecimal(total),
      interest: toDecimal(interest),
      funded_by: fundedBy,
    })),
  }))
