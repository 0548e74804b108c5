import { z } from 'zod'
import type { CraftgateClient } from '../../client/craftgate-client'
import { readAnswer } from '../../client/read-answer'
import { idShape } from '../../payment'
import type { CheckoutRecord } from '../../platform'

const reportShape = z.object({
  items: z.array(z.object({ id: idShape, paymentStatus: z.string().nullish() })),
})

/**
 * The payment of an attempt whose opening was not answered, by the attempt's id. The one that took money comes first;
 * undefined when the reports know none, or not yet. developer.craftgate.io/api/payment-reports/search-payments
 */
export async function findPaymentOf(
  client: CraftgateClient,
  { id }: Pick<CheckoutRecord, 'id'>,
): Promise<number | undefined> {
  const answer: unknown = await client.call('searchPayments', { query: { conversationId: id } })
  const { items } = readAnswer(reportShape, answer, 'the payments of an attempt')
  return (items.find(({ paymentStatus }) => paymentStatus === 'SUCCESS') ?? items[0])?.id
}
