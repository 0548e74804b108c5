import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import type { PaymentView } from '../order'

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
