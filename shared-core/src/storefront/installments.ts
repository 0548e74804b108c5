// What a shop's public address tells of instalments. Anybody may ask, and each new price is a question to Craftgate: so a
// shop answers for prices that it has, or for an amount on the grid.
import type { CraftgateCommerce } from '../commerce'
import type { InstallmentTable } from '../installments/installments'
import { fromDecimal, InvalidMoneyError, type Money, money, toDecimal } from '../money'
import { STOREFRONT_VERSION, type StorefrontInstallments, type StorefrontInstallmentTable } from './contract'
import { StorefrontError } from './problems'

/** What instalments are asked of. */
export type PriceSubject =
  | { readonly kind: 'variant'; readonly id: string }
  /** `id` is the platform's; a platform whose session knows its cart does not read it. */
  | { readonly kind: 'cart'; readonly id: string }
  | { readonly kind: 'amount'; readonly amount: string; readonly currency?: string }

/** A price of the shop's, and which of its `merchants` takes it. */
export interface SubjectPrice {
  readonly merchant: string
  readonly price: Money
  /** See `StorefrontInstallments.exact`. */
  readonly exact: boolean
}

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

/** The price that is asked about where the shop knows none itself. Throws StorefrontError `bad-amount`. */
export function priceOnGrid({ amount, currency = 'TRY' }: PriceSubject & { kind: 'amount' }): Money {
  try {
    const price = amountOnGrid(fromDecimal(amount, currency))
    if (price !== undefined) return price
  } catch (error) {
    if (!InvalidMoneyError.is(error)) throw error
  }
  throw new StorefrontError('bad-amount')
}

/** Exactly one of variant, cart and amount. Throws StorefrontError `bad-subject`. */
export function subjectIn(query: URLSearchParams): PriceSubject {
  const [variant, cart, amount] = ['variant', 'cart', 'amount'].map((name) => query.get(name) ?? undefined)
  const subjects: PriceSubject[] = [
    ...(variant === undefined ? [] : [{ kind: 'variant' as const, id: variant }]),
    ...(cart === undefined ? [] : [{ kind: 'cart' as const, id: cart }]),
    ...(amount === undefined
      ? []
      : [{ kind: 'amount' as const, amount, currency: query.get('currency') || undefined }]),
  ]
  const [subject] = subjects
  if (subject === undefined || subjects.length > 1) throw new StorefrontError('bad-subject')
  return subject
}

/** Undefined when none is named. Throws StorefrontError `bad-bin`. */
export function binIn(query: URLSearchParams): string | undefined {
  const bin = query.get('bin') || undefined
  if (bin === undefined || isBin(bin)) return bin
  throw new StorefrontError('bad-bin')
}

interface Asked {
  readonly commerce: Pick<CraftgateCommerce, 'installments'>
  readonly subject: SubjectPrice
  readonly bin?: string
  readonly clientIp?: string
}

/** Throws CraftgateError as `CraftgateCommerce.installments` does. */
export async function installmentsOf({
  commerce,
  subject,
  bin,
  clientIp,
}: Asked): Promise<StorefrontInstallments> {
  const { merchant, price, exact } = subject
  const tables = await commerce.installments({ merchant, price, bin, clientIp })
  return {
    version: STOREFRONT_VERSION,
    price: { amount: toDecimal(price), currency: price.currency },
    exact,
    tables: tables.map(viewOf),
  }
}

const viewOf = (table: InstallmentTable): StorefrontInstallmentTable => ({
  cardFamily: table.family,
  bank: table.bankName,
  cardAssociation: table.association,
  cardType: table.type,
  commercial: table.commercial,
  forceThreeDS: table.forceThreeDS,
  options: table.options.map(({ count, each, total, interest, fundedBy }) => ({
    count,
    each: toDecimal(each),
    total: toDecimal(total),
    interest: toDecimal(interest),
    fundedBy,
  })),
})
