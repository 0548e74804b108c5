import type { UserError } from './call-context'

/** The documents recommend 3 days; the limit itself is not published. A minute more for the app's own clock. */
const LIMIT_MS = 3 * 24 * 60 * 60 * 1000 + 60_000

export function pendingExpiryError(pendingExpiresAt: string, now: number): UserError | undefined {
  const left = Date.parse(pendingExpiresAt) - now
  if (left <= 0)
    return error('EXPIRED_PENDING_EXPIRES_AT', "Pending expiry date can't be a time in the past.")
  if (left <= LIMIT_MS) return undefined
  return error(
    'OUT_OF_RANGE_PENDING_EXPIRES_AT',
    'Pending expiry date has exceeded the default pending expiry limit.',
  )
}

const error = (code: string, message: string): UserError => ({ field: ['pendingExpiresAt'], message, code })
