// Of a marketplace: the sellers' shares are let go, or kept back again.
import { z } from 'zod'
import type { CraftgateClient } from '../client/craftgate-client'
import { OPERATION_ERRORS } from '../messages/operations'
import { isZero, money, sum } from '../money'
import { idShape, type ReportedTransaction, retrieveTransactions } from '../payment'
import type { OperationStep } from '../platform'
import type { NewKey, OperationPlan, PlanInput } from './context'
import { ownError, type Rejection, rejection } from './result'
import { APPROVAL_REFUSED, notFound, type StepAnswer, type StepRequest, stepRequest } from './step-request'

type Decision = 'approve' | 'disapprove'

interface ApprovalInput {
  readonly kind: Decision
  readonly lines?: readonly string[]
  readonly newKey: NewKey
}

/** How a transaction stands: what is told of one that is unknown to us counts as waiting, and Craftgate judges it. */
type Standing = 'waiting' | 'approved' | 'paying'

const standingOf = ({ status }: Pick<ReportedTransaction, 'status'>): Standing => {
  if (status === 'PAYOUT_STARTED') return 'paying'
  return status === 'APPROVED' ? 'approved' : 'waiting'
}

/**
 * One request for each line of a seller that is not as wanted yet; a line that is, is done. Lines without a seller need no
 * approval, and of what went back whole there is nothing to approve. Throws CraftgateError.
 */
export async function planApproval(
  { run, payments }: PlanInput,
  { kind, lines, newKey }: ApprovalInput,
): Promise<OperationPlan | Rejection> {
  if (payments.some(({ phase }) => phase === 'PRE_AUTH'))
    return rejection('not-captured', OPERATION_ERRORS.notCaptured)
  const all = await Promise.all(
    payments.map(async (payment) =>
      (await retrieveTransactions(run.client, payment)).map((transaction) => ({
        ...transaction,
        paymentId: payment.paymentId,
      })),
    ),
  )
  const sold = all
    .flat()
    .filter(({ seller, externalId }) => seller && (lines?.includes(externalId ?? '') ?? true))
  if (sold.length === 0) return rejection('no-seller', OPERATION_ERRORS.noSeller)
  const left = sold.filter(({ refundable }) => !isZero(refundable))
  const [first] = left
  if (first === undefined) return rejection('gone', OPERATION_ERRORS.linesGone)
  if (kind === 'disapprove' && left.some((each) => standingOf(each) === 'paying'))
    return rejection('payout-started', OPERATION_ERRORS.payoutStarted)
  const steps = left.map((each): OperationStep => {
    const share = each.seller?.amount ?? money(0, each.price.currency)
    const isDone = (standingOf(each) === 'waiting') === (kind === 'disapprove')
    return {
      ...{ key: newKey(), paymentId: each.paymentId, transactionId: each.id, amount: share, price: share },
      state: isDone ? 'done' : 'planned',
    }
  })
  const amount = sum(
    steps.map((step) => step.price),
    first.price.currency,
  )
  return { amount, steps }
}

const CALLS = { approve: 'approvePaymentTransactions', disapprove: 'disapprovePaymentTransactions' } as const

const answerShape = z.object({
  items: z.array(
    z.object({
      paymentTransactionId: idShape,
      approvalStatus: z.enum(['SUCCESS', 'FAILURE']),
      failedReason: z.string().nullish(),
    }),
  ),
})

/**
 * developer.craftgate.io/api/payment/approve-payment-transaction and disapprove-payment-transaction. No record of the request
 * itself can be asked for: the transaction tells by its status whether it happened.
 */
export function approvalRequest(client: CraftgateClient, kind: Decision, step: OperationStep): StepRequest {
  const { key: idempotencyKey, transactionId = 0 } = step
  const body = { paymentTransactionIds: [transactionId], isTransactional: true }

  async function ask(): Promise<StepAnswer> {
    const transactions = await retrieveTransactions(client, step)
    const found = transactions.find(({ id }) => id === transactionId)
    if (found === undefined) return notFound
    const standing = standingOf(found)
    if ((standing === 'waiting') === (kind === 'disapprove')) return { is: 'done' }
    if (kind === 'approve' || standing === 'approved') return notFound
    return { is: 'failed', error: ownError('payout-started', OPERATION_ERRORS.payoutStarted) }
  }

  return stepRequest({
    send: {
      call: () => client.within({ idempotencyKey }).call(CALLS[kind], { body }),
      read: (answer) => readApproval(answer, transactionId),
    },
    ask,
    follow: ask,
  })
}

/** Throws ZodError. */
function readApproval(answer: unknown, transactionId: number): StepAnswer {
  const own = answerShape.parse(answer).items.find((item) => item.paymentTransactionId === transactionId)
  if (own?.approvalStatus === 'SUCCESS') return { is: 'done' }
  if (own === undefined) return { is: 'unclear', why: 'unknown-status' }
  const description = own.failedReason ?? undefined
  const message = description === undefined ? OPERATION_ERRORS.approvalRefused : undefined
  return { is: 'failed', error: { code: APPROVAL_REFUSED, description, message } }
}
