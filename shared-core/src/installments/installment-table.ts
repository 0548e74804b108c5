import { z } from 'zod'
import { type CurrencyCode, fromDecimal, type Money } from '../money'

export interface InstallmentQuestion {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  readonly price: Money
  /** First 6 to 8 digits of a card; every card family without it. */
  readonly bin?: string
}

export interface InstallmentOption {
  readonly count: number
  /** What the shopper pays each month, and in all. */
  readonly each: Money
  readonly total: Money
}

/** Instalments of one card family (or of one card, by BIN). */
export interface InstallmentTable {
  readonly family?: string
  readonly bankName?: string
  readonly association?: string
  readonly type?: string
  readonly commercial: boolean
  /** The payment must use 3D Secure. */
  readonly forceThreeDS: boolean
  /** By count, 1 first. */
  readonly options: readonly InstallmentOption[]
}

const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined)
  .catch(undefined)
const flag = z
  .boolean()
  .nullish()
  .transform((value) => value ?? false)
const amount = z.union([z.number(), z.string()])

/** developer.craftgate.io/api/installment-and-bin-inquiry/search-installments */
export const tablesOnTheWire = z.object({
  items: z.array(
    z.object({
      cardBrand: text,
      bankName: text,
      cardAssociation: text,
      cardType: text,
      commercial: flag,
      force3ds: flag,
      installmentPrices: z.array(
        z.object({ installmentNumber: z.int().positive(), installmentPrice: amount, totalPrice: amount }),
      ),
    }),
  ),
})

type TableOnTheWire = z.output<typeof tablesOnTheWire>['items'][number]

/** Throws InvalidMoneyError for an amount that is none. */
export function tableOf(wire: TableOnTheWire, currency: CurrencyCode): InstallmentTable {
  const options = wire.installmentPrices.map((price) => ({
    count: price.installmentNumber,
    each: fromDecimal(price.installmentPrice, currency),
    total: fromDecimal(price.totalPrice, currency),
  }))
  return {
    family: wire.cardBrand,
    bankName: wire.bankName,
    association: wire.cardAssociation,
    type: wire.cardType,
    commercial: wire.commercial,
    forceThreeDS: wire.force3ds,
    options: options.sort((a, b) => a.count - b.count),
  }
}
