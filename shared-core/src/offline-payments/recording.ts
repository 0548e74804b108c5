// What an attempt remembers of the request that records its money at Craftgate: JSON in its context, so that it is written
// with the attempt, under its version.
import { type OrderSnapshot, toBasket } from '../basket'
import { saleFacts } from '../checkout/sale-facts'
import { type OfflineMethod } from '../methods'
import type { RecordRequest } from '../operations'
import type { CheckoutRecord, PaymentOperation } from '../platform'

export interface Recording {
  readonly operation: PaymentOperation
  readonly body: RecordRequest
}

interface NewRecording {
  readonly record: CheckoutRecord
  readonly method: OfflineMethod
  readonly order: OrderSnapshot
  readonly key: string
  readonly now: Date
}

/** Everything that the order owes, in one request. Throws CraftgateError for an order whose rows do not make its total. */
export function newRecording({ record, method, order, key, now }: NewRecording): Recording {
  const basket = toBasket(order)
  const { account, id } = record
  const { price } = basket
  const operation: PaymentOperation = {
    ...{ key: id, kind: 'record', account, paymentId: 0, amount: price, state: 'planned' },
    steps: [{ key, paymentId: 0, amount: price, price, state: 'planned' }],
    ...{ createdAt: now, updatedAt: now, version: 0 },
  }
  const body = { ...saleFacts({ id, basket }), apmType: method, paymentGroup: 'PRODUCT' } as const
  return { operation, body }
}

export const withRecording = (
  { context }: CheckoutRecord,
  recording: Recording,
): CheckoutRecord['context'] => ({ ...context, recording: JSON.stringify(recording) })

/** For the next attempt. */
export function withoutRecording({ context }: CheckoutRecord): CheckoutRecord['context'] {
  const { recording: _recording, transfer: _transfer, link: _link, ...rest } = context
  return rest
}

/** Undefined as long as nothing was asked of Craftgate. Our own JSON, so it is not parsed but read. */
export function recordingOf({ context }: CheckoutRecord): Recording | undefined {
  if (context.recording === undefined) return undefined
  const { operation, body } = JSON.parse(context.recording) as Recording
  const createdAt = new Date(operation.createdAt)
  return { operation: { ...operation, createdAt, updatedAt: new Date(operation.updatedAt) }, body }
}
