import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { answerRequest } from '../../../../../../storefront'

/** The page on which the logged-in customer fills his wallet (`{ amount, currency }`): `StorefrontTopUp` of core. */
const answer = (request: MedusaStoreRequest, response: MedusaResponse): Promise<void> =>
  answerRequest(request, response, '/wallets/top-up')

export { answer as POST }
