// What a price costs in instalments, by card family or by BIN: for product pages and checkouts.
// Nothing here is charged; the hosted page asks again for the card that the shopper really types.
import { z } from 'zod'
import type { CallArguments, CraftgateClient } from './client/craftgate-client'
import { unreadableAnswer } from './client/errors'
import { type CurrencyCode, fromDecimal, type Money, toWireNumber } from './money'

const FRESH_MS = 5 * 60_000
const MOST = 500

interface Memory<Question> {
  readonly nameOf: (question: Question) => string
  readonly clock: () => Date
}

/**
 * The same answer to the same question for five minutes; at most 500 of them, the oldest goes first. Who asks while an
 * answer is on its way waits for that one. A failure is not remembered.
 */
function cached<Question, Answer>(
  ask: (question: Question) => Promise<Answer>,
  { nameOf, clock }: Memory<Question>,
): (question: Question) => Promise<Answer> {
  const known = new Map<string, { readonly until: number; readonly answer: Promise<Answer> }>()
  return (question) => {
    const name = nameOf(question)
    const now = clock().getTime()
    const remembered = known.get(name)
    if (remembered !== undefined && now < remembered.until) return remembered.answer
    const answer = ask(question)
    known.delete(name)
    known.set(name, { until: now + FRESH_MS, answer })
    const [oldest] = known.keys()
    if (known.size > MOST && oldest !== undefined) known.delete(oldest)
    answer.catch(() => known.get(name)?.answer === answer && known.delete(name))
    return answer
  }
}

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
        z.object({ installmentNumber: z.int().positive(), installmentPrice: amount, totalPrice: amount }),
      ),
    }),
  ),
})

type TableOnTheWire = z.output<typeof tablesOnTheWire>['items'][number]

/** Throws InvalidMoneyError for an amount that is none. */
function tableOf(wire: TableOnTheWire, currency: CurrencyCode): InstallmentTable {
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

interface InstallmentDependencies {
  readonly clientFor: (merchant: string) => CraftgateClient
  readonly clock: () => Date
}

type Ask = (question: InstallmentQuestion) => Promise<readonly InstallmentTable[]>

/** Asks Craftgate at most once in five minutes for the same question: product pages ask often. */
export function installmentTables({ clientFor, clock }: InstallmentDependencies): Ask {
  const ask: Ask = async (question) => {
    const { merchant, price, bin } = question
    const answer: unknown = await clientFor(merchant).call('searchInstallments', {
      query: questionOf(price, bin),
    })
    return readTables(answer, question)
  }
  const nameOf = ({ merchant, price, bin = '' }: InstallmentQuestion) =>
    [merchant, price.currency, price.minor, bin].join('|')
  return cached(ask, { nameOf, clock })
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
  const parsed = tablesOnTheWire.safeParse(answer)
  if (!parsed.success) throw unreadableAnswer('instalments', parsed.error)
  try {
    return parsed.data.items.map((item) => tableOf(item, price.currency))
  } catch (cause) {
    throw unreadableAnswer('instalments', cause)
  }
}
