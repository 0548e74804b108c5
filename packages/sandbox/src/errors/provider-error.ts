import type { ApiError } from './api-error'

/** Codes that follow ISO 8583 (data/error-groups.ts): 10051 is a bank's 51. */
const BANK_CODE = /^100(\d\d)$/

/**
 * The bank's own words, which stand beside `errors` since August 2026. Only where a bank was asked; what Craftgate
 * refuses itself has none.
 */
export function providerError({ code, description, group }: ApiError) {
  const bankCode = BANK_CODE.exec(code)?.[1]
  if (bankCode === undefined || bankCode === '00' || group === undefined) return undefined
  return { errorCode: bankCode, errorMessage: description.en }
}
