// Money that was taken past Craftgate (bank transfer, cash on delivery) is recorded there: the request, and what Craftgate's
// records say of it. developer.craftgate.io/api/payment/fund_transfer_and_cod
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { amountShape, idShape, readAmount } from '../payment'
import type { OperationStep, PaymentOperation } from '../platform'
import { contextOf, type ExecutionContext, type OperationsDeps } from './context'
import { askAboutSteps, executeSteps, findDoubled } from './execute'
import { sameAmount } from './operation'
import {
  differs,
  errorShape,
  notFound,
  recordedError,
  type StepAnswer,
  type StepRequest,
  stepRequest,
  unknownStatus,
} from './step-request'

export type RecordRequest = RequestBody<'createApmPayment'> & { readonly conversationId: string }

export interface PaymentRecording {
  /** Of kind `record`, with one step. */
  readonly operation: PaymentOperation
  /** The same each time that it is sent. Its conversationId is the attempt's own, and finds the payment in the reports. */
  readonly body: RecordRequest
  /** Keeps the operation, before its request is sent and after each answer. */
  readonly save: (operation: PaymentOperation) => Promise<PaymentOperation>
}

/** Sends the request once, however often this is repeated; the rules are those of every operation (`execute.ts`). */
export async function recordPayment(
  deps: OperationsDeps,
  recording: PaymentRecording,
): Promise<PaymentOperation> {
  const run = runOf(deps, recording)
  const operation = await executeSteps(recording.operation, run)
  for (const doubled of await findDoubled(operation, run))
    deps.logger.error(doubled, { key: operation.key, paymentId: operation.steps[0]?.paymentId })
  return operation
}

/** Only asks what became of a request that was sent. */
export const askAboutRecording = (
  deps: OperationsDeps,
  recording: PaymentRecording,
): Promise<PaymentOperation> => askAboutSteps(recording.operation, runOf(deps, recording))

function runOf(deps: OperationsDeps, { operation, body, save }: PaymentRecording): ExecutionContext {
  const run = contextOf(deps, operation)
  return {
    ...run,
    store: { update: save },
    requestOf: (step) => recordRequest(run.client, body, step),
  }
}

function recordRequest(client: CraftgateClient, body: RecordRequest, step: OperationStep): StepRequest {
  const idempotencyKey = step.key
  const ask = async () => matchRecords(step, await searchPayments(client, body.conversationId)) ?? notFound
  return stepRequest({
    send: {
      call: () => client.within({ idempotencyKey }).call('createApmPayment', { body }),
      read: (answer) => matchRecords(step, [paymentShape.parse(answer)]) ?? unknownStatus,
    },
    ask,
    follow: ask,
  })
}

const paymentShape = z.object({
  id: idShape,
  paymentStatus: z.string(),
  price: amountShape,
  paidPrice: amountShape.nullish(),
  currency: z.string(),
  conversationId: z.string().nullish(),
  paymentError: errorShape,
})

type RecordedPayment = z.output<typeof paymentShape>

/** Undefined when there is none. A payment that was made counts before a refusal: an earlier request may have left one. */
function matchRecords(step: OperationStep, payments: readonly RecordedPayment[]): StepAnswer | undefined {
  if (payments.length === 0) return undefined
  const made = payments.filter(
    ({ paymentStatus }) => paymentStatus === 'SUCCESS' || paymentStatus === 'WAITING',
  )
  const [payment, ...more] = made
  if (payment !== undefined) {
    if (more.length > 0 || !isAsAsked(step, payment)) return recordDiffers(step, made)
    return { is: payment.paymentStatus === 'SUCCESS' ? 'done' : 'waiting', paymentId: payment.id }
  }
  const refused = payments.find(({ paymentStatus }) => paymentStatus === 'FAILURE')
  return refused ? { is: 'failed', error: recordedError(refused.paymentError) } : unknownStatus
}

const isAsAsked = ({ amount }: OperationStep, { price, paidPrice, currency }: RecordedPayment): boolean =>
  [price, paidPrice ?? price].every((each) => sameAmount(readAmount(each, currency), amount))

const recordDiffers = (step: OperationStep, payments: readonly RecordedPayment[]): StepAnswer =>
  differs(
    step,
    payments.map(({ id, price, currency }) => ({ amount: readAmount(price, currency), paymentId: id })),
  )

const pageShape = z.object({ items: z.array(paymentShape) })

/** An attempt has few payments: one page. developer.craftgate.io/api/payment-reports/search-payments */
async function searchPayments(
  client: CraftgateClient,
  conversationId: string,
): Promise<readonly RecordedPayment[]> {
  const { items } = pageShape.parse(
    await client.call('searchPayments', { query: { conversationId, size: 50 } }),
  )
  return items.filter((payment) => payment.conversationId === conversationId)
}
