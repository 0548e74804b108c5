// The words of the bank or provider itself, beside Craftgate's own error. The change notes put them beside the error, the
// clients' types inside it.
import { z } from 'zod'

export interface ProviderError {
  readonly code?: string
  readonly message?: string
}

const text = z
  .union([z.string(), z.number().transform(String)])
  .nullish()
  .catch(undefined)

/** Whatever is wrong with it, it is left out. */
export const providerErrorShape = z.object({ errorCode: text, errorMessage: text }).nullish().catch(undefined)

const MAX_LENGTH = 200
/** A bank may name the card. */
const LONG_NUMBER = /\d(?:[\d -]{4,})\d/g

/** Undefined when it says nothing. */
export function providerErrorOf(told: z.output<typeof providerErrorShape>): ProviderError | undefined {
  const code = told?.errorCode?.slice(0, MAX_LENGTH) || undefined
  const message = told?.errorMessage?.replace(LONG_NUMBER, '…').slice(0, MAX_LENGTH) || undefined
  return code === undefined && message === undefined ? undefined : { code, message }
}
