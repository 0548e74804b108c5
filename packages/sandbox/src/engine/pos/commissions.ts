import type { Bin } from '../cards/test-card'
import type { BankRate, CommissionRow, MerchantPos } from './merchant-pos'

/** The names that the description's CardBrand has; the seed may know more families. */
const NAMED_BRANDS = [
  ...['Bonus', 'Axess', 'Maximum', 'World', 'Paraf', 'CardFinans'],
  ...['Bankkart Combo', 'Advantage', 'Sağlam Kart'],
]

/** A row for each instalment and card family of a POS: what the API wrote, over what the seed says. */
export function commissionRows({ commissions, cardBrands, rows }: MerchantPos): readonly CommissionRow[] {
  const named = cardBrands.filter((brand) => NAMED_BRANDS.includes(brand))
  const brands = named.length === 0 ? [undefined] : named
  const seeded = commissions.flatMap(({ installment, bankRate, merchantRate, blockageDay = 0, rates }) =>
    brands.map((cardBrandName) => ({
      ...{ installment, cardBrandName, status: 'ACTIVE' as const, blockageDay, merchantRate },
      rates: { ...allRates(bankRate), ...rates },
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
 * A card that no row is about pays as a credit card of the bank's own where the row written last has that rate, else as the
 * first that it has.
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
  const before = commissions.find((row) => row.installment === installment)
  const bankRate = rates.bankOnUsCreditCardCommissionRate ?? Object.values(rates)[0] ?? before?.bankRate ?? 0
  const row = { ...before, installment, bankRate, merchantRate }
  return [...others, row].sort((one, other) => one.installment - other.installment)
}

/** What a bank keeps of an instalment with this card, and how long it keeps the rest. */
export interface Commission {
  readonly bankRate: number
  readonly merchantRate: number
  /** Days until the bank's money may be paid out; absent where nobody said. */
  readonly blockageDay?: number
}

/** By the row of the card's family, else the one of all families, else what the POS has for the instalment. */
export function commissionOf(pos: MerchantPos, installment: number, bin?: Bin): Commission {
  const written = pos.rows.filter((row) => row.installment === installment && row.status === 'ACTIVE')
  const row =
    written.find(({ cardBrandName }) => cardBrandName !== undefined && cardBrandName === bin?.brand) ??
    written.find(({ cardBrandName }) => cardBrandName === undefined)
  const base = pos.commissions.find((each) => each.installment === installment)
  const rates = { ...base?.rates, ...row?.rates }
  return {
    bankRate: (bin && rates[rateFor(pos, bin)]) ?? base?.bankRate ?? 0,
    merchantRate: row?.merchantRate ?? base?.merchantRate ?? 0,
    blockageDay: row?.blockageDay ?? written[0]?.blockageDay ?? base?.blockageDay,
  }
}

/** On us: the POS's own bank issued the card. A prepaid card counts as a debit card (our reading). */
function rateFor({ bank }: MerchantPos, { foreign, bankName, type }: Bin): BankRate {
  if (foreign) return 'bankForeignCardCommissionRate'
  if (bankName === bank)
    return type === 'CREDIT_CARD' ? 'bankOnUsCreditCardCommissionRate' : 'bankOnUsDebitCardCommissionRate'
  return type === 'CREDIT_CARD' ? 'bankNotOnUsCreditCardCommissionRate' : 'bankNotOnUsDebitCardCommissionRate'
}
