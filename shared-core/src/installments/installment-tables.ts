import type { Gateway } from '../client/gateway'
import { unreadableAnswer } from '../client/unreadable-answer'
import { toWireNumber } from '../money'
import {
  type InstallmentQuestion,
  type InstallmentTable,
  tableOf,
  tablesOnTheWire,
} from './installment-table'
import { remembering } from './remembering'

interface Parts {
  readonly gatewayFor: (merchant: string) => Gateway
  readonly clock: () => Date
}

type Ask = (question: InstallmentQuestion) => Promise<readonly InstallmentTable[]>

/** Asks Craftgate at most once in five minutes for the same question: product pages ask often. */
export function installmentTables({ gatewayFor, clock }: Parts): Ask {
  const ask: Ask = async (question) => {
    const { merchant, price, bin } = question
    const answer: unknown = await gatewayFor(merchant).installment().searchInstallments(requestOf(price, bin))
    return readTables(answer, question)
  }
  const nameOf = ({ merchant, price, bin = '' }: InstallmentQuestion) =>
    [merchant, price.currency, price.minor, bin].join('|')
  return remembering(ask, { nameOf, clock })
}

type Request = Parameters<ReturnType<Gateway['installment']>['searchInstallments']>[0]

const requestOf = (price: InstallmentQuestion['price'], binNumber: string | undefined): Request => ({
  binNumber,
  price: toWireNumber(price),
  // The SDK's enum holds exactly these words; TypeScript keeps enum and literal apart.
  currency: price.currency as Request['currency'],
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
