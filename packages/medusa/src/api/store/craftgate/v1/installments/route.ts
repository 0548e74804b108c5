import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { answerRequest } from '../../../../../storefront'

/**
 * What a cart costs in instalments (`?cart=`), or one piece of a variant (`?variant=&region=`), of every card family, or of one
 * card with `&bin=` and its first 6 to 8 digits; `&provider=` names one of several entries of a region's checkout. The answer is
 * `StorefrontInstallments` of core.
 */
export const GET = (request: MedusaStoreRequest, response: MedusaResponse): Promise<void> =>
  answerRequest(request, response, '/installments')
