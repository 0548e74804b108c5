import { type Money, z } from '@craftgate-commerce/core'
import type { MoneyKind } from '../../money/answer-of'
import { amountFields, amountOf, gidOf, locale, moment, sessionId } from './request-fields'

/** What Shopify asks for a payment that it knows. */
export interface OperationRequest {
  readonly id: string
  readonly gid: string
  /** The payment session, also when what is refunded was captured later. */
  readonly paymentSessionId: string
  readonly test: boolean
  readonly merchantLocale: string
  readonly proposedAt: Date | null
  /** Absent for a void. */
  readonly money: Money | undefined
}

const shared = {
  id: sessionId,
  payment_id: sessionId,
  test: z.boolean(),
  merchant_locale: locale,
  proposed_at: moment,
}

const sharedOf = (body: z.output<z.ZodObject<typeof shared>> & { readonly gid: string }) => ({
  id: body.id,
  gid: body.gid,
  paymentSessionId: body.payment_id,
  test: body.test,
  merchantLocale: body.merchant_locale,
  proposedAt: body.proposed_at,
})

const withAmount = (type: string): z.ZodType<OperationRequest> =>
  z
    .object({ ...shared, gid: gidOf(type), ...amountFields })
    .transform((body, context) => ({ ...sharedOf(body), money: amountOf(body, context) }))

export const MONEY_REQUESTS: Readonly<Record<MoneyKind, z.ZodType<OperationRequest>>> = {
  refund: withAmount('RefundSession'),
  capture: withAmount('CaptureSession'),
  void: z
    .object({ ...shared, gid: gidOf('VoidSession') })
    .transform((body) => ({ ...sharedOf(body), money: undefined })),
}
