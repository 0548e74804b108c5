import { LOAN_APPROVAL_PATTERN } from './checkout'
import { NOT_CANCELLED_PATTERN } from './fraud'

/** What an attempt that says so in its note waits for: the merchant. */
export type WaitsFor = 'loan-approval' | 'cancellation'

/** Finds the notes of these attempts, by SQL's LIKE. */
export const NOTE_PATTERNS: Readonly<Record<WaitsFor, string>> = {
  'loan-approval': LOAN_APPROVAL_PATTERN,
  cancellation: NOT_CANCELLED_PATTERN,
}
