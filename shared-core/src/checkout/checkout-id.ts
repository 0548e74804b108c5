import { createHmac } from 'node:crypto'

const CHARACTERS = 32

/**
 * Id of one attempt: 32 hex characters, which Craftgate takes as conversationId and externalId. It cannot be guessed
 * without the secret, and two servers that write down the same attempt at the same time get the same id, so that the
 * store refuses the second.
 */
export function checkoutId(secret: string, reference: string, attempt: number): string {
  const digest = createHmac('sha256', secret).update(`checkout:${attempt}:${reference}`).digest('hex')
  return digest.slice(0, CHARACTERS)
}
