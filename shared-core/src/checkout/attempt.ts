import type { BeginRequest } from '../commerce'
import { CraftgateError } from '../errors'
import type { Money } from '../money'
import type { CheckoutRecord } from '../platform'
import { checkoutId } from './checkout-id'
import type { CheckoutParts } from './checkout-parts'

interface NewAttempt {
  readonly sale: BeginRequest
  readonly attempt: number
}

/** Writes down an attempt. 'conflict': somebody else has just written this very attempt. */
export function insertAttempt(
  { platform, options, clock }: CheckoutParts,
  { sale, attempt }: NewAttempt,
): Promise<CheckoutRecord | 'conflict'> {
  const now = clock()
  return platform.saveCheckout({
    id: checkoutId(options.linkSecret, sale.reference, attempt),
    reference: sale.reference,
    attempt,
    ...termsOf(sale),
    state: 'created',
    createdAt: now,
    updatedAt: now,
    version: 0,
  })
}

/** What a sale fixes for its attempts. */
export const termsOf = (sale: BeginRequest) => ({
  merchant: sale.merchant,
  order: sale.order,
  context: sale.context ?? {},
  phase: sale.phase ?? ('AUTH' as const),
  expected: sale.expected,
})

export const sameMoney = (a: Money, b: Money): boolean => a.minor === b.minor && a.currency === b.currency

/** Throws a CraftgateError of kind `configuration` for a name that the options do not know. */
export function requireMerchant({ options }: CheckoutParts, merchant: string): void {
  if (Object.hasOwn(options.merchants, merchant)) return
  const known = Object.keys(options.merchants).join(', ')
  throw new CraftgateError({
    kind: 'configuration',
    code: 'unknown-merchant',
    message: `merchants has no '${merchant}'; it has: ${known}`,
    retry: 'no',
    merchantMessage: {
      tr: `Craftgate ayarlarında '${merchant}' adlı üye işyeri yok; tanımlı olanlar: ${known}`,
      en: `The Craftgate settings have no merchant '${merchant}'; known are: ${known}`,
    },
  })
}
