import { ERROR_GROUPS } from '../data/error-groups'
import type { Sentence } from './api-error'

/** A refusal that has a group: what `paymentError` and the errors envelope carry. */
export interface PaymentError {
  readonly code: string
  readonly group: string
  readonly description: Sentence
}

const errors = new Map(
  ERROR_GROUPS.trim()
    .split('\n')
    .map((line) => {
      const [group = '', code = '', tr = '', en = ''] = line.split('|')
      return [group, { code, group, description: { tr, en } }] as const
    }),
)

/** The payment error of a group; a group that the table lacks is answered as UNKNOWN. */
export function paymentError(group: string): PaymentError {
  const known = errors.get(group) ?? errors.get('UNKNOWN')
  if (!known) throw new Error('The table of error groups is empty')
  return known
}
