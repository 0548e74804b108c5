import { errorOf, type RefundRecord } from './refund-record'
import type { StepAnswer } from './step-call'

/**
 * What the records of one request say. A request that was made twice may have left a failure before its success:
 * success counts first, then waiting. Undefined when there is no record with a status that is known.
 */
export function judgeRecords(records: readonly RefundRecord[]): StepAnswer | undefined {
  const by = (status: string) => records.find((record) => record.status === status)
  const [success, waiting, failure] = [by('SUCCESS'), by('WAITING'), by('FAILURE')]
  if (success !== undefined) return { is: 'done', refundId: success.id ?? undefined }
  if (waiting !== undefined) return { is: 'waiting', refundId: waiting.id ?? undefined }
  return failure && { is: 'failed', error: errorOf(failure) }
}

/** What the refunds of all transactions say of the whole, when they do not contradict each other (`isMixed`). */
export function judgeParts(parts: readonly RefundRecord[]): StepAnswer | undefined {
  const some = (status: string) => parts.some((part) => part.status === status)
  if (some('WAITING')) return { is: 'waiting' }
  if (some('SUCCESS')) return { is: 'done' }
  return judgeRecords(parts)
}

/** True when some transactions were refunded, or are being refunded, and others were refused. */
export function isMixed(parts: readonly RefundRecord[]): boolean {
  const refused = parts.filter((part) => part.status === 'FAILURE').length
  return refused > 0 && refused < parts.length
}
