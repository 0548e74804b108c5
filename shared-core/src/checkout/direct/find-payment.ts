import { z } from 'zod'
import type { CraftgateClient } from '../../client/craftgate-client'
import { readAnswer } from '../../client/read-answer'
import { idShape } from '../../payment'
import type { CheckoutRecord } from '../../platform'
import { juzdanPaymentOf } from './bank-apps'
import { startOf } from './way-on'

const reportShape = z.object({
  items: z.array(z.object({ id: idShape, paymentStatus: z.string().nullish() })),
})

/**
 * The payment of an attempt whose opening did not tell it: by the provider's reference, where it has one that can be asked about,
 * else by the attempt's id. Of those the one that took money comes first; undefined when the reports know none, or not yet.
 * developer.craftgate.io/api/payment-reports/search-payments
 */
export async function findPaymentOf(
  client: CraftgateClient,
  record: CheckoutRecord,
): Promise<number | undefined> {
  const { id, token } = record
  if (token !== undefined && startOf(record)?.family === 'juzdan') {
    const named = await juzdanPaymentOf(client, token)
    if (named !== undefined) return named
  }
  const answer: unknown = await client.call('searchPayments', { query: { conversationId: id } })
  const { items } = readAnswer(reportShape, answer, 'the payments of an attempt')
  return (items.find(({ paymentStatus }) => paymentStatus === 'SUCCESS') ?? items[0])?.id
}
