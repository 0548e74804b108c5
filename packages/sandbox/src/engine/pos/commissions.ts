import type { CommissionRow, MerchantPos } from './merchant-pos'

/** The names that the description's CardBrand has; the seed may know more families. */
const NAMED_BRANDS = [
  ...['Bonus', 'Axess', 'Maximum', 'World', 'Paraf', 'CardFinans'],
  ...['Bankkart Combo', 'Advantage', 'Sağlam Kart'],
]

/**
 * A row for each instalment and card family of a POS: what the API wrote, over what the seed says, which has one rate for
 * all kinds of cards.
 */
export function commissionRows({ commissions, cardBrands, rows }: MerchantPos): readonly CommissionRow[] {
  const named = cardBrands.filter((brand) => NAMED_BRANDS.includes(brand))
  const brands = named.length === 0 ? [undefined] : named
  const seeded = commissions.flatMap(({ installment, bankRate, merchantRate }) =>
    brands.map((cardBrandName) => ({
      ...{ installment, cardBrandName, status: 'ACTIVE' as const, blockageDay: 0, merchantRate },
      rates: allRates(bankRate),
    })),
  )
  const unwritten = seeded.filter((row) => !rows.some((written) => isSameRow(written, row)))
  return [...unwritten, ...rows]
}

const allRates = (rate: number): CommissionRow['rates'] => ({
  ...{ bankOnUsCreditCardCommissionRate: rate, bankNotOnUsCreditCardCommissionRate: rate },
  ...{ bankOnUsDebitCardCommissionRate: rate, bankNotOnUsDebitCardCommissionRate: rate },
  bankForeignCardCommissionRate: rate,
})

const isSameRow = (one: CommissionRow, other: CommissionRow): boolean =>
  one.installment === other.installment && one.cardBrandName === other.cardBrandName

/**
 * Writes rows over a POS. A family that is named may pay in instalments there; a PASSIVE row takes its instalment away.
 * The emulator reckons with one rate for an instalment: that of a credit card of the bank's own where the row has it, else
 * the first that it has.
 */
export function writeCommissions(pos: MerchantPos, written: readonly CommissionRow[]): MerchantPos {
  const kept = pos.rows.filter((row) => !written.some((other) => isSameRow(row, other)))
  const brands = written.flatMap(({ cardBrandName }) => (cardBrandName === undefined ? [] : [cardBrandName]))
  return {
    ...pos,
    rows: [...kept, ...written],
    cardBrands: [...new Set([...pos.cardBrands, ...brands])],
    commissions: written.reduce(withRow, pos.commissions),
  }
}

type Commissions = MerchantPos['commissions']

function withRow(commissions: Commissions, { installment, status, rates, merchantRate }: CommissionRow) {
  const others = commissions.filter((row) => row.installment !== installment)
  if (status === 'PASSIVE') return others
  const before = commissions.find((row) => row.installment === installment)?.bankRate ?? 0
  const bankRate = rates.bankOnUsCreditCardCommissionRate ?? Object.values(rates)[0] ?? before
  const row = { installment, bankRate, merchantRate }
  return [...others, row].sort((one, other) => one.installment - other.installment)
}

/** Days until the bank's money for this instalment may be paid out. */
export const blockageOf = ({ rows }: MerchantPos, installment: number): number | undefined =>
  rows.find((row) => row.installment === installment)?.blockageDay
