import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { MedusaError } from '@medusajs/framework/utils'

const CONTROL = /%(?:[01][\da-f]|7f)/i

/** No id holds a control character, and PostgreSQL fails when it is asked about a NUL. */
export function refuseControlCharacters(
  { originalUrl }: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): void {
  if (CONTROL.test(originalUrl))
    next(new MedusaError(MedusaError.Types.INVALID_DATA, 'The address holds a control character'))
  else next()
}
