import { z } from 'zod'
import { openSeal } from './device-token'

/** developers.google.com/pay/api/web/guides/resources/payment-data-cryptography: text, which holds JSON. */
const googleToken = z.object({
  protocolVersion: z.enum(['ECv1', 'ECv2']),
  signature: z.string().min(1),
  signedMessage: z.string().min(1),
})

const signedMessage = z.object({
  encryptedMessage: z.string().min(1),
  ephemeralPublicKey: z.string().min(1),
  tag: z.string().min(1),
})

/** Undefined for anything but a token of Google's. Throws a payment error for one that a real device made. */
export function googleCardIn(text: unknown): ReturnType<typeof openSeal> | undefined {
  const token = googleToken.safeParse(jsonOf(text))
  if (!token.success) return undefined
  const message = signedMessage.safeParse(jsonOf(token.data.signedMessage))
  return openSeal(message.data?.encryptedMessage)
}

function jsonOf(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : undefined
  } catch {
    return undefined
  }
}
