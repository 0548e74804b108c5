import { type DeviceProof, sealed } from '../engine/device-cards/device-token'
import type { TestCard } from './shopper/test-cards'

const sealOf = ({ cardNumber }: TestCard, proof: DeviceProof): string =>
  sealed({ bin: cardNumber.slice(0, 8), lastFour: cardNumber.slice(-4), proof })

/** What the emulator's pay.js gives a page for a documented card; `PAN_ONLY` for one that its bank wants to verify. */
export function googlePayToken(card: TestCard, proof: DeviceProof = 'CRYPTOGRAM_3DS'): string {
  const message = { encryptedMessage: sealOf(card, proof), ephemeralPublicKey: 'emulator', tag: 'emulator' }
  const signed = { protocolVersion: 'ECv2', signature: 'emulator', signedMessage: JSON.stringify(message) }
  return JSON.stringify(signed)
}

/** What the emulator's Apple Pay session gives a page for a documented card: Apple's token, as JSON. */
export function applePayToken(card: TestCard): string {
  const header = { transactionId: 'emulator', ephemeralPublicKey: 'emulator', publicKeyHash: 'emulator' }
  const data = sealOf(card, 'CRYPTOGRAM_3DS')
  const paymentData = { version: 'EC_v1', data, signature: 'emulator', header }
  return JSON.stringify({ paymentData, transactionIdentifier: 'emulator' })
}
