// What a price costs in instalments, by card family or by BIN: for product pages and checkouts.
// Nothing here is charged; the hosted page asks again for the card that the shopper really types.
import { z } from 'zod'
import { answersForAnybody } from '../answer-cache'
import type { CallArguments, CraftgateClient } from '../client/craftgate-client'
import { unreadableAnswer } from '../client/errors'
import { readAnswer } from '../client/read-answer'
import { CraftgateError } from '../errors'
import { fromDecimal, type Money, subtract, toWireNumber } from '../money/index'

export interface InstallmentQuestion {
  /** Key of `merchants` in the options. */
  readonly merchant: string
  readonly price: Money
  /** First 6 to 8 digits of a card; every card family without it. */
  readonly bin?: string
  /** Who asks, by the framework's own proxy rules: an address may ask so many new questions a minute. */
  readonly clientIp?: string
}

export interface InstallmentOption {
  readonly count: number
  /** What the shopper pays each month, and in all. */
  readonly each: Money
  readonly total: Money
  /** What the shopper pays above the price; below zero where this is cheaper than the price. */
  readonly interest: Money
  /**
   * Who pays for the instalments: the shopper by interest, or the merchant, whose shopper pays the price or less. `nobody`: one
   * payment of the price.
   */
  readonly fundedBy: 'shopper' | 'merchant' | 'nobody'
  /** Points of the card may pay a part of it. */
  readonly takesPoints?: boolean
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
const tablesOnTheWire = z.object({
  items: z.array(
    z.object({
      cardBrand: text,
      bankName: text,
      cardAssociation: text,
      cardType: text,
      commercial: flag,
      force3ds: flag,
      installmentPrices: z.array(
        z.object({
          installmentNumber: z.int().positive(),
          installmentPrice: amount,
          totalPrice: amount,
          loyaltySupported: flag,
        }),
      ),
    }),
  ),
})

type TableOnTheWire = z.output<typeof tablesOnTheWire>['items'][number]

type OptionOnTheWire = TableOnTheWire['installmentPrices'][number]

/** Throws InvalidMoneyError for an amount that is none. */
function tableOf(wire: TableOnTheWire, price: Money): InstallmentTable {
  const options = wire.installmentPrices.map((option) => optionOf(option, price))
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

function optionOf(wire: OptionOnTheWire, price: Money): InstallmentOption {
  const { installmentNumber: count, installmentPrice, totalPrice } = wire
  const each = fromDecimal(installmentPrice, price.currency)
  const total = fromDecimal(totalPrice, price.currency)
  const interest = subtract(total, price)
  const isCheaper = interest.minor < 0
  const withoutInterest = count > 1 || isCheaper ? 'merchant' : 'nobody'
  const fundedBy = interest.minor > 0 ? 'shopper' : withoutInterest
  return { count, each, total, interest, fundedBy, takesPoints: wire.loyaltySupported }
}

interface InstallmentDependencies {
  /** With connections, queue and breaker of its own: product pages must not keep a payment from being read. */
  readonly clientFor: (merchant: string) => CraftgateClient
  readonly clock: () => Date
  /** Counts that the shop sells by; every one that Craftgate names when absent. */
  readonly enabledInstallments?: readonly number[]
}

type Ask = (question: InstallmentQuestion) => Promise<readonly InstallmentTable[]>

/**
 * Asks Craftgate at most once in five minutes for the same question: product pages ask often. Rejects with CraftgateError
 * `unavailable` (code `too-many-questions`) when an address asks for too much that is new.
 */
export function installmentTables({ clientFor, clock, enabledInstallments }: InstallmentDependencies): Ask {
  const ask: Ask = async (question) => {
    const { merchant, price, bin } = question
    const answer: unknown = await clientFor(merchant).call('searchInstallments', {
      query: questionOf(price, bin),
    })
    return readTables(answer, question).map((table) => offered(table, enabledInstallments))
  }
  return answersForAnybody({
    ask,
    nameOf: ({ merchant, price, bin = '' }) => [merchant, price.currency, price.minor, bin].join('|'),
    clock,
  })
}

/**
 * What one card may pay in, asked of Craftgate now: for a charge, which no remembered price may make. Undefined for a BIN that
 * Craftgate does not know. Throws CraftgateError.
 */
export async function installmentsOfCard(
  client: CraftgateClient,
  { price, bin }: { readonly price: Money; readonly bin: string },
): Promise<InstallmentTable | undefined> {
  try {
    const answer: unknown = await client.call('searchInstallments', { query: questionOf(price, bin) })
    return readTables(answer, { merchant: '', price })[0]
  } catch (error) {
    if (CraftgateError.is(error) && error.kind === 'invalid-request') return undefined
    throw error
  }
}

/** One payment of the price itself. */
export const singlePayment = (price: Money): InstallmentOption => ({
  count: 1,
  each: price,
  total: price,
  interest: subtract(price, price),
  fundedBy: 'nobody',
})

/** What the hosted page offers: a single payment, and of the others these. */
export function offered(table: InstallmentTable, counts: readonly number[] | undefined): InstallmentTable {
  if (counts === undefined) return table
  return { ...table, options: table.options.filter(({ count }) => count === 1 || counts.includes(count)) }
}

type Query = NonNullable<CallArguments<'searchInstallments'>['query']>

const questionOf = (price: InstallmentQuestion['price'], binNumber: string | undefined): Query => ({
  binNumber,
  price: toWireNumber(price),
  // Craftgate refuses a currency that it does not know.
  currency: price.currency as Query['currency'],
  distinctCardBrandsWithLowestCommissions: true,
})

function readTables(answer: unknown, { price }: InstallmentQuestion): readonly InstallmentTable[] {
  const { items } = readAnswer(tablesOnTheWire, answer, 'instalments')
  try {
    return items.map((item) => tableOf(item, price))
  } catch (cause) {
    throw unreadableAnswer('instalments', cause)
  }
}
