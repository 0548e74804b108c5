import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { PaymentCard } from '../cards/card'
import { type Bin, cardByMask, type TestCard } from '../cards/test-card'
import { factsOfCard } from '../provider-pages/card-behind'

/**
 * How the card was proved: by the device's own cryptogram, or not at all, so that the bank wants 3D Secure
 * (developers.google.com/pay/api/web/reference/request-objects, allowedAuthMethods).
 */
export type DeviceProof = 'CRYPTOGRAM_3DS' | 'PAN_ONLY'

/**
 * What the emulator's own scripts put where Google and Apple put what only a processor can read: which documented card it
 * is. A token of a real device is refused, because nobody here has the key that opens it.
 */
export interface DeviceCard {
  readonly bin: string
  readonly lastFour: string
  readonly proof: DeviceProof
}

export const sealed = (card: DeviceCard): string => Buffer.from(JSON.stringify(card)).toString('base64')

interface DevicePayment {
  readonly facts: PaymentCard
  readonly bin: Bin
  readonly known: TestCard
  readonly proof: DeviceProof
}

/** Throws a payment error for a seal that the emulator's scripts did not make. */
export function openSeal(seal: unknown): DevicePayment {
  const { bin, lastFour, proof } = opened(seal)
  const known = cardByMask(String(bin), String(lastFour))
  if (known === undefined || (proof !== 'CRYPTOGRAM_3DS' && proof !== 'PAN_ONLY'))
    throw ApiError.payment(paymentError('INVALID_TRANSACTION'))
  return { facts: factsOfCard(known), bin: known.bin, known, proof }
}

function opened(seal: unknown): Partial<DeviceCard> {
  try {
    const card: unknown = JSON.parse(Buffer.from(String(seal), 'base64').toString())
    return typeof card === 'object' && card !== null ? card : {}
  } catch {
    return {}
  }
}
