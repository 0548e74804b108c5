import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { isOwnProvider } from './craftgate'

/**
 * A payment session of ours begins without what a client wrote into its `data`: Medusa would keep that in the session and
 * hand it to our provider beside what is the provider's own.
 */
export function dropClientData(
  { body }: MedusaRequest,
  _response: MedusaResponse,
  next: MedusaNextFunction,
): void {
  const isOurs =
    typeof body === 'object' &&
    body !== null &&
    'provider_id' in body &&
    isOwnProvider(String(body.provider_id))
  if (isOurs && 'data' in body) delete body.data
  next()
}
