import { rateOf, rateBetween } from '../../money/share'
import type { Merchant } from '../../seed/seed'
import type { Bin } from '../cards/test-card'
import { commissionOf, routePos } from '../pos/route-pos'
import type { Checkout } from '../checkouts/checkout'

/** One row of an instalment table. Amounts are minor units, rates ten-thousandths of a percent. */
export interface Option {
  readonly posAlias: string
  readonly installment: number
  readonly total: number
  readonly each: number
  readonly bankRate: number
  readonly merchantRate: number
}

export interface TableWish {
  readonly merchant: Merchant
  readonly bin: Bin
  readonly amount: number
  readonly currency: string
}

/** What a card may choose from at this merchant. Throws when no POS takes the card at all. */
export function installmentTable(wish: TableWish): Option[] {
  const { merchant, bin, currency } = wish
  const pos = routePos(merchant, { bin, currency, installment: 1 })
  const family = bin.type === 'CREDIT_CARD' && !bin.foreign && pos.cardBrands.includes(bin.brand)
  const numbers = family ? pos.commissions.map(({ installment }) => installment) : []
  return [...new Set([1, ...numbers])].sort((a, b) => a - b).map((installment) => {
    const rates = commissionOf(pos, installment)
    const total = wish.amount + rateOf(wish.amount, rates.merchantRate)
    return { posAlias: pos.alias, installment, total, each: partOf(total, installment), ...rates }
  })
}

/** The same for a hosted page, with what its init narrowed or priced itself. */
export function checkoutTable(merchant: Merchant, checkout: Checkout, bin: Bin): Option[] {
  const { currency, paidPrice: amount } = checkout
  const table = installmentTable({ merchant, bin, amount, currency })
  const custom = checkout.cardBrandInstallments?.[bin.brand] ?? checkout.customInstallments
  const own = custom && bin.type === 'CREDIT_CARD' && !bin.foreign ? priced(table, checkout, custom) : table
  return own.filter(({ installment }) => installment === 1 || mayPayIn(checkout, bin, installment))
}

function mayPayIn(checkout: Checkout, bin: Bin, installment: number): boolean {
  if (checkout.allowInstallmentOnlyCommercialCards && !bin.commercial) return false
  return checkout.enabledInstallments === undefined || checkout.enabledInstallments.includes(installment)
}

function priced(table: Option[], checkout: Checkout, custom: NonNullable<Checkout['customInstallments']>): Option[] {
  const [single] = table
  if (!single) return table
  const rows = custom.map(({ number, totalPrice }) => ({
    ...single,
    installment: number,
    total: totalPrice,
    each: partOf(totalPrice, number),
    merchantRate: rateBetween(totalPrice - checkout.price, checkout.price),
  }))
  return rows.some(({ installment }) => installment === 1) ? rows : [single, ...rows]
}

/** What one instalment shows, rounded to the nearest minor unit; the bank settles the rest. */
const partOf = (total: number, installment: number) =>
  Number((BigInt(total) * 2n + BigInt(installment)) / (BigInt(installment) * 2n))
