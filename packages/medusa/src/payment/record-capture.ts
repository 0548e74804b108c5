import { type Money, toDecimal } from '@craftgate-commerce/core'
import type { MedusaContainer } from '@medusajs/framework/types'
import { Modules } from '@medusajs/framework/utils'
import { capturePaymentWorkflow } from '@medusajs/medusa/core-flows'
import { minorOf, type PaymentView } from '../order'
import { readPaymentData } from './payment-data'

/** A pre-authorization is captured once, whatever the amount. A row alone may be what a dead server left behind. */
export const isCaptured = ({ captured_at, data }: PaymentView): boolean =>
  Boolean(captured_at) || readPaymentData(data)?.outcome === 'captured'

/**
 * Enters in Medusa what was captured at Craftgate. More than was authorized can not be entered: Medusa captures at most
 * that, and the payment's own facts tell the rest. Medusa writes a capture down before it asks the provider, and counts
 * it even when its server died before the answer: such a row would refuse the capture for ever, so it makes room.
 */
export async function recordCapture(
  container: MedusaContainer,
  payment: PaymentView,
  captured: Money,
): Promise<void> {
  const leftBehind = (payment.captures ?? []).map(({ id }) => id)
  if (leftBehind.length > 0) await container.resolve(Modules.PAYMENT).deleteCaptures(leftBehind)
  const isLess = captured.minor < minorOf(payment.amount, payment.currency_code)
  const amount = isLess ? Number(toDecimal(captured)) : undefined
  await capturePaymentWorkflow(container).run({ input: { payment_id: payment.id, amount } })
}
