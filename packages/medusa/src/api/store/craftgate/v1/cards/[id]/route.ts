import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { answerRequest } from '../../../../../../storefront'

/** Gives a card of the logged-in customer another name (`{ name }`), or makes Craftgate forget it: `StorefrontCards` of core. */
const answer = (request: MedusaStoreRequest, response: MedusaResponse): Promise<void> =>
  answerRequest(request, response, `/cards/${encodeURIComponent(request.params.id ?? '')}`)

export { answer as POST, answer as DELETE }
