import { z } from 'zod'
import { describeErrorGroup } from '../../client'
import type { Localized } from '../../localized'
import type { ErrorFacts } from '../../payment/outcome'
import { decimal } from './read-answer'

/** A refund as Craftgate tells it, of a payment or of a transaction, in an answer or in a report. */
export const refundRecord = z.object({
  id: z.number().nullish(),
  status: z.string(),
  conversationId: z.string().nullish(),
  refundPrice: decimal.nullish(),
  paymentTransactionId: z.number().nullish(),
  error: z
    .object({
      errorCode: z.string().nullish(),
      errorDescription: z.string().nullish(),
      errorGroup: z.string().nullish(),
    })
    .nullish(),
})

export type RefundRecord = z.output<typeof refundRecord>

/** Why a refund failed. Its code is `refund-failed` when Craftgate gave no reason. */
export function errorOf(record: RefundRecord | undefined): ErrorFacts {
  const { errorCode, errorDescription, errorGroup } = record?.error ?? {}
  if (errorCode == null) return { code: REFUND_FAILED, message: noReason }
  return {
    code: errorCode,
    group: errorGroup ?? undefined,
    description: errorDescription ?? undefined,
    message: errorGroup == null ? undefined : describeErrorGroup(errorGroup).merchant,
  }
}

export const REFUND_FAILED = 'refund-failed'

const noReason: Localized = {
  tr: 'Banka iadeyi gerekçe bildirmeden reddetti.',
  en: 'The bank refused it without giving a reason.',
}
