import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { answerRequest } from '../../../../../storefront'

/** Wallets of the logged-in customer, with a page of their moves (`?page=`): `StorefrontWallets` of core. */
const answer = (request: MedusaStoreRequest, response: MedusaResponse): Promise<void> =>
  answerRequest(request, response, '/wallets')

export { answer as GET }
