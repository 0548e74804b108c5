import { unreadableAnswer } from '../client/errors'
import type { CallArguments, CraftgateClient } from '../client/operations'
import { toWireNumber } from '../money'
import {
  type InstallmentQuestion,
  type InstallmentTable,
  tableOf,
  tablesOnTheWire,
} from './installment-table'
import { remembering } from './remembering'

interface Parts {
  readonly clientFor: (merchant: string) => CraftgateClient
  readonly clock: () => Date
}

type Ask = (question: InstallmentQuestion) => Promise<readonly InstallmentTable[]>

/** Asks Craftgate at most once in five minutes for the same question: product pages ask often. */
export function installmentTables({ clientFor, clock }: Parts): Ask {
  const ask: Ask = async (question) => {
    const { merchant, price, bin } = question
    const answer: unknown = await clientFor(merchant).call('searchInstallments', {
      query: questionOf(price, bin),
    })
    return readTables(answer, question)
  }
  const nameOf = ({ merchant, price, bin = '' }: InstallmentQuestion) =>
    [merchant, price.currency, price.minor, bin].join('|')
  return remembering(ask, { nameOf, clock })
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
