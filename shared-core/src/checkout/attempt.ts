import { accountOf } from '../account'
import type { BeginRequest } from '../commerce'
import type { Money } from '../money'
import type { CheckoutRecord } from '../platform'
import { checkoutId } from './checkout-id'
import type { CheckoutParts } from './checkout-parts'

interface NewAttempt {
  readonly terms: Terms
  readonly reference: string
  readonly attempt: number
}

/** Writes down an attempt. 'conflict': somebody else has just written this very attempt. */
export function insertAttempt(
  { platform, options, clock }: CheckoutParts,
  { terms, reference, attempt }: NewAttempt,
): Promise<CheckoutRecord | 'conflict'> {
  const now = clock()
  return platform.saveCheckout({
    id: checkoutId(options.linkSecret, reference, attempt),
    reference,
    attempt,
    ...terms,
    paymentIds: [],
    state: 'created',
    createdAt: now,
    updatedAt: now,
    version: 0,
  })
}

/** What a sale fixes for its attempts. */
export type Terms = Pick<CheckoutRecord, 'account' | 'order' | 'context' | 'phase' | 'expected'>

/** Throws a CraftgateError of kind `configuration` for a merchant that the options do not know. */
export const termsOf = ({ options }: CheckoutParts, sale: BeginRequest): Terms => ({
  account: accountOf(options, sale.merchant),
  order: sale.order,
  context: sale.context ?? {},
  phase: sale.phase ?? 'AUTH',
  expected: sale.expected,
})

export const sameMoney = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency
