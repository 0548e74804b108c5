import { type Money, toDecimal } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { capturePaymentWorkflow } from '@medusajs/medusa/core-flows'
import { minorOf, type PaymentView } from '../order'

/** A pre-authorization is captured once, whatever the amount. */
export const isCaptured = ({ captured_at, captures = [] }: PaymentView): boolean =>
  Boolean(captured_at) || captures.length > 0

/**
 * Enters in Medusa what was captured at Craftgate. More than was authorized can not be entered: Medusa captures at most
 * that, and the payment's own facts tell the rest.
 */
export async function enterCapture(
  container: MedusaContainer,
  payment: PaymentView,
  captured: Money,
): Promise<void> {
  const isLess = captured.minor < minorOf(payment.amount, payment.currency_code)
  const amount = isLess ? Number(toDecimal(captured)) : undefined
  await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id, amount } })
}
