import { CraftgateError, type PaymentOperation, type PaymentRef } from '@craftgate-commerce/core'
import { merchantPaymentView, sentenceIn, transactionViews } from '@craftgate-commerce/core/adapter'
import type { Mode } from '../../../context/tenant'
import { isUnreadable } from '../../craftgate-settings/settings'
import type { AuthenticatedRequest } from '../../http/merchant-request'

export interface CraftgatePayment extends ReturnType<typeof merchantPaymentView> {
  readonly paymentId: number
  readonly transactions: ReturnType<typeof transactionViews>
}

/** What Craftgate says of the payment now. Without it the page shows what is written down. */
export type CraftgateAnswer =
  | { readonly kind: 'known'; readonly payment: CraftgatePayment }
  | { readonly kind: 'unpaid' }
  | { readonly kind: 'no-keys'; readonly paymentId: number }
  | { readonly kind: 'not-asked'; readonly paymentId: number; readonly why: string }

interface Question {
  readonly payment: PaymentRef | undefined
  readonly operations: readonly PaymentOperation[]
}

/** Asks with the keys of this shop and mode. Never fails: a page is worth more than nothing. */
export async function askCraftgate(
  { deps, shop, lang, messages }: AuthenticatedRequest,
  mode: Mode,
  { payment, operations }: Question,
): Promise<CraftgateAnswer> {
  if (payment === undefined) return { kind: 'unpaid' }
  const { paymentId } = payment
  try {
    const commerce = await deps.tenants.commerceOf({ shop, mode })
    if (commerce === undefined) return { kind: 'no-keys', paymentId }
    const facts = await commerce.payment(payment)
    const transactions = transactionViews(facts, operations)
    return { kind: 'known', payment: { paymentId, ...merchantPaymentView(facts), transactions } }
  } catch (error) {
    if (isUnreadable(error)) return { kind: 'not-asked', paymentId, why: messages.keys.unreadable }
    if (!CraftgateError.is(error)) throw error
    return { kind: 'not-asked', paymentId, why: sentenceIn(lang, error.merchantMessage) }
  }
}
