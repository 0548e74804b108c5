import { exponentOf, toText } from '../../money/minor'
import type { SandboxContext } from '../context'
import type { Payment } from '../payments/payment'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'

/** "A notification is sent for the checks of the payment, before it is completed" (webhook/transaction-webhook). */
export function notifyOfTicket(ctx: SandboxContext, payment: Payment, ticketId: string): void {
  const { merchant, installment, currency } = payment
  const text = (minor: number) => toText(minor, exponentOf(currency)).replace('.', ',')
  enqueueWebhook(ctx, {
    ...{ merchant, eventType: 'BKM_EXPRESS_PAYMENT_NOTIFICATION', status: 'SUCCESS', payloadId: ticketId },
    payload: { ticketId, paidPrice: text(payment.paidPrice), installment, price: text(payment.price) },
  })
}
