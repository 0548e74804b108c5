import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { answerRequest } from '../../../../../storefront'

/** Ways to pay of a cart (`?cart=`) or a region (`?region=`): `StorefrontMethods` of core. */
const answer = (request: MedusaStoreRequest, response: MedusaResponse): Promise<void> =>
  answerRequest(request, response, '/methods')

export { answer as GET }
