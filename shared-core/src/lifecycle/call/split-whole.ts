import type { Gateway } from '../../gateway/gateway'
import type { IntentLeg } from '../../platform'
import { legKey } from '../plan/plan-refund'
import { judgeRecords } from './judge-records'
import type { LegAnswer } from './leg-call'
import { readAmount } from './read-answer'
import { errorOf, type RefundRecord } from './refund-record'
import { type ReportedTransaction, reportedTransactions } from './reported-transactions'

interface HalfDone {
  readonly gateway: Gateway
  readonly paymentId: number
  readonly leg: IntentLeg
  readonly parts: readonly RefundRecord[]
}

/**
 * A refund of the whole payment that Craftgate carried out for some transactions and not for others: what went back
 * must count and what did not must stay refundable, so each transaction gets a leg with its own end.
 */
export async function splitWhole({ gateway, paymentId, leg, parts }: HalfDone): Promise<LegAnswer> {
  const transactions = await reportedTransactions(gateway, paymentId)
  const legs = transactions.map((transaction, index) => {
    const records = parts.filter((part) => part.paymentTransactionId === transaction.id)
    return { key: legKey(leg.key, index), ...amountsOf(transaction, leg), ...endOf(records) }
  })
  const failure = parts.find((part) => part.status === 'FAILURE')
  return { is: 'split', legs, error: errorOf(failure) }
}

function amountsOf(transaction: ReportedTransaction, { amount }: IntentLeg) {
  return {
    transactionId: transaction.id,
    amount: readAmount(transaction.paidPrice, amount.currency),
    price: readAmount(transaction.price, amount.currency),
  }
}

function endOf(records: readonly RefundRecord[]): Pick<IntentLeg, 'state' | 'refundId'> {
  const answer = judgeRecords(records)
  if (answer?.is === 'done' || answer?.is === 'waiting')
    return { state: answer.is, refundId: answer.refundId }
  return { state: 'failed' }
}
