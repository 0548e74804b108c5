import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { answerRequest } from '../../../../../storefront'

/** Cards that the logged-in customer let Craftgate store: `StorefrontCards` of core. */
const answer = (request: MedusaStoreRequest, response: MedusaResponse): Promise<void> =>
  answerRequest(request, response, '/cards')

export { answer as GET }
