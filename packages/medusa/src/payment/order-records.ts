import type { MedusaContainer } from '@medusajs/framework/types'
import { MathBN, Modules } from '@medusajs/framework/utils'
import { type PaymentView, sumOf } from '../order'

/**
 * True when the order counts this capture or refund of the payment: the last thing that Medusa writes. The refund of a
 * cancelled order names the payment instead of the refund.
 */
export async function isInOrder(
  container: MedusaContainer,
  rowId: string,
  payment: Pick<PaymentView, 'id'>,
): Promise<boolean> {
  const filters = { reference_id: [rowId, payment.id] }
  return (await container.resolve(Modules.ORDER).listOrderTransactions(filters)).length > 0
}

/**
 * Medusa gave this payment back because its order could not be placed, and the shopper paid the same cart again. The
 * order that stands now never knew of it, and must not learn of it.
 */
export async function isOfFailedOrder(
  container: MedusaContainer,
  { id }: Pick<PaymentView, 'id'>,
): Promise<boolean> {
  const { captures = [], refunds = [] } = await container
    .resolve(Modules.PAYMENT)
    .retrievePayment(id, { relations: ['captures', 'refunds'] })
  if (refunds.length === 0 || MathBN.gt(sumOf(captures), sumOf(refunds))) return false
  const reference_id = [id, ...[...captures, ...refunds].map((row) => row.id)]
  return (await container.resolve(Modules.ORDER).listOrderTransactions({ reference_id })).length === 0
}
