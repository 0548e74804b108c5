// What the shop and its merchant are told of an operation.
import type { OperationResult } from '../commerce'
import type { CraftgateError } from '../errors'
import { AMOUNT_ERRORS, notWholeAmount } from '../messages/amount-errors'
import type { Localized } from '../messages/localized'
import {
  craftgateAnswered,
  join,
  OPERATION_ERRORS,
  UNFINISHED,
  WHAT_FAILED,
  wentBack,
  wrongCurrency,
} from '../messages/operations'
import { type CurrencyCode, type Money, money } from '../money'
import type { ErrorFacts } from '../payment/outcome'
import type { PaymentOperation } from '../platform'
import { isApproval, movedOf } from './operation'

/** An error of our own, in both languages. */
export const ownError = (code: string, message: Localized): ErrorFacts => ({
  code,
  description: message.en,
  message,
})

/** What Craftgate's client threw. */
export const thrownError = (error: CraftgateError): ErrorFacts => ({
  code: error.code,
  group: error.group,
  description: error.message,
  providerError: error.providerError,
  message: error.merchantMessage,
})

/** Why an operation is not made at all. Nothing was sent, and nothing moved. */
export interface Rejection {
  readonly error: ErrorFacts
  /** The reason passes by itself. */
  readonly passing?: true
}

export const rejection = (code: string, message: Localized): Rejection => ({ error: ownError(code, message) })

const passing = (code: string, message: Localized): Rejection => ({
  ...rejection(code, message),
  passing: true,
})

export const isRejection = (plan: object): plan is Rejection => 'error' in plan

/** A request that surely never left ends its operation with this code. */
const NOTHING_SENT = 'nothing-sent'

export const rejections = {
  keyTaken: rejection('key-taken', OPERATION_ERRORS.keyTaken),
  unsettled: passing('unsettled', OPERATION_ERRORS.unsettled),
  notSuccessful: rejection('not-successful', OPERATION_ERRORS.notSuccessful),
  unknownOperation: rejection('unknown-operation', OPERATION_ERRORS.unknownOperation),
  amountMissing: rejection('amount', OPERATION_ERRORS.amountMissing),
  nothingSent: passing(NOTHING_SENT, OPERATION_ERRORS.nothingSent),
  withdrawn: rejection('withdrawn', OPERATION_ERRORS.withdrawn),
}

/** Refuses an amount that is not above zero, not exact, or not in the payment's currency. */
export function checkAmount(amount: Money, currency: CurrencyCode): Rejection | undefined {
  if (amount.currency !== currency) return rejection('currency', wrongCurrency(amount.currency, currency))
  if (!isExact(amount)) return rejection('amount', notWholeAmount(currency))
  return amount.minor <= 0 ? rejection('amount', AMOUNT_ERRORS['not-positive']) : undefined
}

function isExact(amount: Money): boolean {
  try {
    return money(amount.minor, amount.currency) !== undefined
  } catch {
    return false
  }
}

/** What the shop is told of an operation that was written down. */
export function resultOf(operation: PaymentOperation): OperationResult {
  switch (operation.state) {
    case 'done':
    case 'waiting':
    case 'unknown':
      return { state: operation.state, operation }
    case 'planned':
      return { state: operation.steps.length === 0 ? 'pending' : 'unknown', operation }
    case 'failed':
      return failedResult(operation)
  }
}

/** What the shop is told of an operation that was never made. */
export function rejectedResult({ error, passing }: Rejection): OperationResult {
  return { state: 'failed', error, message: wordsOf(error), ...(passing && { passing }) }
}

function failedResult(operation: PaymentOperation): OperationResult {
  const error = operation.error ?? { code: 'failed' }
  const moved = movedOf(operation)
  const why = join(WHAT_FAILED[operation.kind], wordsOf(error))
  const again = error.code === NOTHING_SENT && { passing: true as const }
  if (moved.minor === 0 || isApproval(operation.kind))
    return { state: 'failed', operation, error, message: why, ...again }
  const message = join(why, wentBack(moved, operation.amount))
  return { state: 'failed', operation, error, message, movedAmount: moved }
}

/** The best words there are: the merchant's own, else Craftgate's, which come in one language. */
export function wordsOf({ message, description, code }: ErrorFacts): Localized {
  return message ?? craftgateAnswered(description === undefined ? code : `${description} (${code})`)
}

/** Why an operation is not done, for the merchant; undefined when it is. */
export function pendingReason(result: OperationResult): Localized | undefined {
  if (result.state === 'failed') return result.message
  return result.state === 'done' ? undefined : UNFINISHED[result.state]
}

/** Craftgate's ids of the refunds of this operation, e.g. "81" or "81,82". */
export function refundIdsOf(operation: PaymentOperation | undefined): string {
  const ids = (operation?.steps ?? []).flatMap(({ refundId }) => (refundId === undefined ? [] : [refundId]))
  return [...new Set(ids)].join(',')
}
