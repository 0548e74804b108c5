import { createHash } from 'node:crypto'
import { milliseconds } from '@craftgate-commerce/emulator-kit'
import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { SandboxContext } from '../context'
import { ONE_TIME_CODE } from '../threeds/submit-otp'
import type { MealCardTokenization } from './tokenization'

const MAX_TRIES = 3
/** Ours, as the clients name no time. */
const PATIENCE = milliseconds({ minutes: 15 })

/** A merchant's tokenization that is not complete. Throws a validation error. */
export function requireTokenization(
  ctx: SandboxContext,
  merchant: string,
  sessionId: string,
): MealCardTokenization {
  const found = ctx.state.mealCardTokenizations.find(
    (kept) => kept.merchant === merchant && kept.sessionId === sessionId,
  )
  if (!found) throw UNKNOWN
  if (found.completed) throw COMPLETED
  return found
}

export const maskOf = (method: string, cardNumber: string) => ({
  masked: `${cardNumber.slice(0, 6)}******${cardNumber.slice(-4)}`,
  fingerprint: createHash('sha256').update(`${method} ${cardNumber}`, 'utf8').digest('hex').slice(0, 32),
})

export const isTooLate = ({ clock }: SandboxContext, { startedAt }: MealCardTokenization): boolean =>
  clock.now() > startedAt + PATIENCE

/**
 * Gives the card of a proved tokenization. A wrong code may be typed again, three times. Throws a validation error while
 * nothing is proved, and the provider's refusal.
 */
export function completeTokenization(
  ctx: SandboxContext,
  tokenization: MealCardTokenization,
  code: string | undefined,
): NonNullable<MealCardTokenization['card']> {
  if (isTooLate(ctx, tokenization)) throw EXPIRED
  if (tokenization.proof === 'code') checkCode(tokenization, code)
  const { card } = tokenization
  if (!card) throw tokenization.answered ? ApiError.payment(paymentError('APM_ERROR')) : NOT_PROVED
  tokenization.completed = true
  return card
}

function checkCode(tokenization: MealCardTokenization, code: string | undefined): void {
  if (tokenization.wrongCodes >= MAX_TRIES) throw NO_TRIES_LEFT
  if (code?.trim() === ONE_TIME_CODE) return
  tokenization.wrongCodes += 1
  throw WRONG_CODE
}

const UNKNOWN = ApiError.invalid('4140', {
  tr: 'Kart saklama oturumu bulunamadı',
  en: 'The tokenization session was not found',
})
const COMPLETED = ApiError.invalid('4141', {
  tr: 'Kart saklama oturumu tamamlanmış',
  en: 'The tokenization session was completed before',
})
const EXPIRED = ApiError.invalid('4142', {
  tr: 'Kart saklama oturumunun süresi dolmuş',
  en: 'The tokenization session has expired',
})
const NOT_PROVED = ApiError.invalid('4143', {
  tr: 'Kart sahibi henüz onay vermedi',
  en: 'The owner of the card has not approved yet',
})
const WRONG_CODE = ApiError.invalid('4144', { tr: 'Doğrulama kodu yanlış', en: 'The code was wrong' })
const NO_TRIES_LEFT = ApiError.invalid('4145', {
  tr: 'Doğrulama kodu üç kez yanlış girildi, yeniden gönderilmelidir',
  en: 'The code was wrong three times and has to be sent again',
})
