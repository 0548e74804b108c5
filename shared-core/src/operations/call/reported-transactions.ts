import { z } from 'zod'
import type { CraftgateClient } from '../../client/operations'
import { decimal, readAnswer } from './read-answer'

const transaction = z.object({
  id: z.number(),
  externalId: z.string().nullish(),
  price: decimal,
  paidPrice: decimal,
  refundablePrice: decimal.nullish(),
})

const page = z.object({ items: z.array(transaction), totalSize: z.number().nullish() })
const payment = z.object({ paymentTransactions: z.array(transaction) })

export type ReportedTransaction = z.output<typeof transaction>

/**
 * The payment's transactions in basket order (they are numbered in it).
 * developer.craftgate.io/api/payment-reports/search-payment-transactions; what is not on its only page is read from
 * the payment itself, which does not say what is refundable. Throws CraftgateError.
 */
export async function reportedTransactions(
  client: CraftgateClient,
  paymentId: number,
): Promise<readonly ReportedTransaction[]> {
  const report = readAnswer(page, await client.call('retrievePaymentTransactions', { path: { paymentId } }))
  const known = new Set(report.items.map((item) => item.id))
  const missing = (report.totalSize ?? 0) > known.size ? await allTransactions(client, paymentId) : []
  const all = [...report.items, ...missing.filter((item) => !known.has(item.id))]
  return all.sort((a, b) => a.id - b.id)
}

async function allTransactions(
  client: CraftgateClient,
  paymentId: number,
): Promise<readonly ReportedTransaction[]> {
  return readAnswer(payment, await client.call('retrievePayment', { path: { id: paymentId } }))
    .paymentTransactions
}
