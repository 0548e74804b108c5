import { CraftgateError } from '../errors'
import type { Money } from '../money'
import type { PaymentOperation } from '../platform'
import { isDeferred } from './operation'

const ofKind = (operations: readonly PaymentOperation[], kind: PaymentOperation['kind']) =>
  operations.filter((operation) => operation.kind === kind)

/**
 * The key of a capture or void: the same until the call has failed, so that two clicks, or a click after a crash, are
 * one capture or one void. `operations` are all of this payment.
 */
export function operationKeyOf(
  kind: 'capture' | 'void',
  paymentId: number,
  operations: readonly PaymentOperation[],
): string {
  const failed = ofKind(operations, kind).filter((operation) => operation.state === 'failed').length
  return `${kind}-${paymentId}-${failed + 1}`
}

export interface RefundToName {
  readonly paymentId: number
  /** In the order's price. */
  readonly amount: Money
  /** All of this payment. */
  readonly operations: readonly PaymentOperation[]
  /** Keys of the refunds of this payment that the shop has. */
  readonly known: ReadonlySet<string>
}

/**
 * A new key for a new refund. A refund of the same amount that Craftgate may have made while the shop lost its record
 * keeps its key, so that it is written down now instead of made again. One that was only written down, in a transaction
 * that was rolled back, is withdrawn by reconcile and never meant again.
 */
export function refundKeyOf({ paymentId, amount, operations, known }: RefundToName): string {
  const all = ofKind(operations, 'refund')
  const lost = all.find(
    (operation) =>
      !known.has(operation.key) &&
      operation.state !== 'failed' &&
      !isDeferred(operation) &&
      operation.amount.minor === amount.minor,
  )
  return lost?.key ?? `refund-${paymentId}-${all.length + 1}`
}

const KEY = /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/

/** Throws CraftgateError (invalid-request) for a key that Craftgate could read as something else. A bug of the adapter. */
export function checkKey(key: string): void {
  if (KEY.test(key)) return
  throw new CraftgateError({
    kind: 'invalid-request',
    code: 'bad-key',
    message:
      'An operation needs a key of letters, digits, dots and dashes, at most 64, that starts with no dash or dot',
    retry: 'no',
    merchantMessage: {
      tr: 'İşlem anahtarı geçersiz; eklenti geliştiricisine bildirin.',
      en: "The call's key is not valid; tell the developer of the plugin.",
    },
  })
}
