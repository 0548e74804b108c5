import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { answerRequest } from '../../../../../../storefront'

/**
 * How an attempt to pay stands, for the page that the shopper comes back to: `StorefrontPayment` of core. The order is told to
 * who knows its cart or the order itself already (`?cart=` or `?order=`).
 */
export const GET = (request: MedusaStoreRequest, response: MedusaResponse): Promise<void> =>
  answerRequest(request, response, `/payments/${encodeURIComponent(request.params.reference ?? '')}`)
