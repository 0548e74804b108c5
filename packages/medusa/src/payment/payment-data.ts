import { type CheckoutRecord, type PaymentFacts, shopperPaymentView, z } from '@craftgate-commerce/core'

/**
 * What stands in the data of a paid session and its payment. Medusa shows session data to the storefront, so it is
 * what a shopper may see, and nothing of the bank. Amounts are decimal text.
 */
export function paymentData(
  record: CheckoutRecord,
  facts: PaymentFacts,
  outcome: string,
): Record<string, unknown> {
  return { reference: record.reference, payment: facts.paymentId, outcome, ...shopperPaymentView(facts) }
}

const ours = z.object({
  /** Names the attempt. */
  reference: z.string().min(1),
  /** Craftgate's id of the payment; absent until somebody paid. */
  payment: z.int().positive().optional(),
  outcome: z.string().optional(),
})

export type PaymentData = z.output<typeof ours>

/** Undefined for the data of another provider. */
export function readPaymentData(data: unknown): PaymentData | undefined {
  const parsed = ours.safeParse(data)
  return parsed.success ? parsed.data : undefined
}
