import { rateBetween, rateOf } from '../../money/share'
import type { Merchant, Pos } from '../../seed/seed'
import type { Bin } from '../cards/test-card'
import type { Checkout } from '../checkouts/checkout'
import { commissionOf } from '../pos/commissions'
import { type RoutingOptions, routePos } from '../pos/route-pos'

/** One row of an instalment table. Amounts are minor units, rates ten-thousandths of a percent. */
export interface Option {
  readonly posAlias: string
  readonly installment: number
  readonly total: number
  readonly each: number
  readonly bankRate: number
  readonly merchantRate: number
}

export interface TableInput {
  readonly merchant: Merchant
  readonly bin: Bin
  readonly amount: number
  readonly currency: string
  readonly routing?: RoutingOptions
}

/** What a card may choose from at this merchant. Throws when no POS takes the card at all. */
export function installmentTable(input: TableInput): Option[] {
  const { merchant, bin, currency, routing } = input
  const pos = routePos(merchant, { bin, currency, installment: 1, routing })
  const family = bin.type === 'CREDIT_CARD' && !bin.foreign && pos.cardBrands.includes(bin.brand)
  const table = familyTable(pos, input.amount, bin)
  return family ? table : table.filter(({ installment }) => installment === 1)
}

/** What a POS sells to its own card families; one payment is always there. */
export function familyTable(pos: Pos, amount: number, bin?: Bin): Option[] {
  const sold = pos.enableInstallment ? pos.commissions.map(({ installment }) => installment) : []
  const numbers = new Set([1, ...sold])
  return [...numbers]
    .sort((a, b) => a - b)
    .map((installment) => {
      const { bankRate, merchantRate } = commissionOf(pos, installment, bin)
      const total = amount + rateOf(amount, merchantRate)
      return {
        posAlias: pos.alias,
        installment,
        total,
        each: partOf(total, installment),
        bankRate,
        merchantRate,
      }
    })
}

/** The same for a hosted page, with what its init narrowed or priced itself. */
export function checkoutTable(merchant: Merchant, checkout: Checkout, bin: Bin): Option[] {
  const { currency, paidPrice: amount, routing } = checkout
  const table = installmentTable({ merchant, bin, amount, currency, routing })
  const custom = checkout.cardBrandInstallments?.[bin.brand] ?? checkout.customInstallments
  const own = custom ? priced(table, checkout, custom) : table
  return own.filter(({ installment }) => installment === 1 || mayPayIn(checkout, bin, installment))
}

function mayPayIn(checkout: Checkout, bin: Bin, installment: number): boolean {
  if (checkout.allowInstallmentOnlyCommercialCards && !bin.commercial) return false
  return checkout.enabledInstallments === undefined || checkout.enabledInstallments.includes(installment)
}

/** Own prices for the instalments that the POS sells at all. */
function priced(
  table: Option[],
  checkout: Checkout,
  custom: NonNullable<Checkout['customInstallments']>,
): Option[] {
  return table.flatMap((option) => {
    const own = custom.find(({ number }) => number === option.installment)
    if (!own) return option.installment === 1 ? [option] : []
    const merchantRate = rateBetween(own.totalPrice - checkout.price, checkout.price)
    return [{ ...option, total: own.totalPrice, each: partOf(own.totalPrice, own.number), merchantRate }]
  })
}

/** What one instalment shows, rounded to the nearest minor unit; the bank settles the rest. */
const partOf = (total: number, installment: number) =>
  Number((BigInt(total) * 2n + BigInt(installment)) / (BigInt(installment) * 2n))
