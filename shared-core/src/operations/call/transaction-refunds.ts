import { z } from 'zod'
import type { CraftgateClient } from '../../client/operations'
import { readAnswer } from './read-answer'
import { type RefundRecord, refundRecord } from './refund-record'

const page = z.object({ items: z.array(refundRecord), totalSize: z.number().nullish() })

const SIZE = 50

export interface RefundSearch {
  readonly paymentId: number
  readonly paymentTransactionId?: number
}

/**
 * Refunds of a payment's transactions that carry this conversationId, all pages.
 * Picked here and not by Craftgate, because the official clients type the filter as a number.
 * developer.craftgate.io/api/payment-reports/search-transaction-refunds. Throws CraftgateError.
 */
export async function transactionRefunds(
  client: CraftgateClient,
  search: RefundSearch,
  key: string,
): Promise<readonly RefundRecord[]> {
  const all: RefundRecord[] = []
  for (let number = 0; ; number += 1) {
    const answer = await client.call('searchPaymentTransactionRefunds', {
      query: { ...search, page: number, size: SIZE },
    })
    const { items, totalSize } = readAnswer(page, answer)
    all.push(...items)
    if (items.length === 0 || all.length >= (totalSize ?? 0)) break // Craftgate may make pages smaller than asked
  }
  return all.filter((refund) => refund.conversationId === key)
}
