import type { CheckoutRecord, PaymentFacts, PaymentOperation, PaymentRef } from '@craftgate-commerce/core'
import { shopperPaymentView, z } from '@craftgate-commerce/core/adapter'
import { isOwnProvider } from '../craftgate'
import type { PaymentView } from '../order'

/**
 * What stands in the data of a paid session and its payment. Medusa shows session data to the storefront, so it is
 * what a shopper may see, and nothing of the bank. Amounts are decimal text.
 */
export function paymentData(
  record: CheckoutRecord,
  facts: PaymentFacts,
  outcome: string,
): Record<string, unknown> {
  const { reference, account, order: session_id } = record
  return { reference, session_id, account, payment: facts.paymentId, outcome, ...shopperPaymentView(facts) }
}

const ours = z.object({
  /** Names the attempt. */
  reference: z.string().min(1),
  /** The account that numbers the payment; absent until somebody paid. */
  account: z.string().min(1).optional(),
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

/** True when this payment of Medusa is that payment of Craftgate. */
export function isPaymentOf({ data }: PaymentView, { account, paymentId }: PaymentRef): boolean {
  const ref = refOf(data)
  return ref?.account === account && ref.paymentId === paymentId
}

/** The payment at Craftgate of a payment of our own provider; undefined for any other, whatever its data look like. */
export const parsePaymentRef = ({
  provider_id,
  data,
}: Pick<PaymentView, 'provider_id' | 'data'>): PaymentRef | undefined =>
  isOwnProvider(provider_id) ? refOf(data) : undefined

function refOf(data: unknown): PaymentRef | undefined {
  const { account, payment: paymentId } = readPaymentData(data) ?? {}
  return account === undefined || paymentId === undefined ? undefined : { account, paymentId }
}

const BY = 'craftgate:'

/**
 * Who made a refund of Medusa that only records what happened already: its `created_by`, which no API lets anybody
 * choose. Our provider reads it and never moves money for such a refund.
 */
export const authorOf = ({ key }: Pick<PaymentOperation, 'key'>): string => BY + key

/** Key of the operation that a refund records; undefined for a refund that a person asked for. */
export const recordedKeyOf = (author: string | null | undefined): string | undefined =>
  author?.startsWith(BY) ? author.slice(BY.length) : undefined
