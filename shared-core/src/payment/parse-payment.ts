import { CraftgateError } from '../errors'
import { type PaymentOnTheWire, paymentShape } from './payment-shape'

/** Throws a CraftgateError (`unavailable`, code `unreadable-payment`) when this is no payment at all. */
export function parsePayment(response: unknown): PaymentOnTheWire {
  const parsed = paymentShape.safeParse(response)
  if (parsed.success) return parsed.data
  throw unreadablePayment(parsed.error.issues.map((issue) => issue.path.join('.') || 'body').join(', '))
}

/** Names the fields, never their values. */
export const unreadablePayment = (fields: string, cause?: unknown): CraftgateError =>
  new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-payment',
    message: `Craftgate answered with a payment that cannot be read: ${fields}`,
    retry: 'same-key',
    merchantMessage: {
      tr: 'Craftgate okunamayan bir ödeme yanıtı döndü; ödeme Craftgate panelinden kontrol edilmelidir.',
      en: 'Craftgate answered with a payment that cannot be read; check it in the Craftgate panel.',
    },
    cause,
  })
