import type { Gateway } from '../../client/gateway'
import type { OperationStep } from '../../platform'
import { legKey } from '../plan/plan-refund'
import { judgeRecords } from './judge-records'
import { readAmount } from './read-answer'
import { errorOf, type RefundRecord } from './refund-record'
import { type ReportedTransaction, reportedTransactions } from './reported-transactions'
import type { StepAnswer } from './step-call'

interface HalfDone {
  readonly gateway: Gateway
  readonly paymentId: number
  readonly step: OperationStep
  readonly parts: readonly RefundRecord[]
}

/**
 * A refund of the whole payment that Craftgate carried out for some transactions and not for others: what went back
 * must count and what did not must stay refundable, so each transaction gets a step with its own end.
 */
export async function splitWhole({ gateway, paymentId, step, parts }: HalfDone): Promise<StepAnswer> {
  const transactions = await reportedTransactions(gateway, paymentId)
  const steps = transactions.map((transaction, index) => {
    const records = parts.filter((part) => part.paymentTransactionId === transaction.id)
    return { key: legKey(step.key, index), paymentId, ...amountsOf(transaction, step), ...endOf(records) }
  })
  const failure = parts.find((part) => part.status === 'FAILURE')
  return { is: 'split', steps, error: errorOf(failure) }
}

function amountsOf(transaction: ReportedTransaction, { amount }: OperationStep) {
  return {
    transactionId: transaction.id,
    amount: readAmount(transaction.paidPrice, amount.currency),
    price: readAmount(transaction.price, amount.currency),
  }
}

function endOf(records: readonly RefundRecord[]): Pick<OperationStep, 'state' | 'refundId'> {
  const answer = judgeRecords(records)
  if (answer?.is === 'done' || answer?.is === 'waiting')
    return { state: answer.is, refundId: answer.refundId }
  return { state: 'failed' }
}
