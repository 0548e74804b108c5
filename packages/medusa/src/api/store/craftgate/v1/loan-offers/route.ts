import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { answerRequest } from '../../../../../storefront'

/**
 * What a cart costs with a shopping loan (`?cart=`), or one piece of a variant (`?variant=&region=`), of the lenders at that
 * region's checkout. The answer is `StorefrontLoanOffers` of core.
 */
export const GET = (request: MedusaStoreRequest, response: MedusaResponse): Promise<void> =>
  answerRequest(request, response, '/loan-offers')
