import { answerStorefront, sendWebResponse, toWebRequest } from '@craftgate-commerce/core/adapter'
import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { craftgateIn } from '../app-container'
import { storefrontShop } from './storefront-shop'

/** What a route below /store/craftgate/v1 answers: `path` is what is asked there, in the JSON that is the same in every shop. */
export async function answerRequest(
  request: MedusaStoreRequest,
  response: MedusaResponse,
  path: string,
): Promise<void> {
  const { publishable_key_context: key, auth_context, scope, originalUrl, ip: clientIp } = request
  const shop = storefrontShop(scope, {
    channels: key?.sales_channel_ids ?? [],
    customerId: auth_context?.actor_id || undefined,
  })
  const asked = toWebRequest(request, new URL(craftgateIn(scope).options.mountUrl).origin, originalUrl)
  await sendWebResponse(await answerStorefront(shop, { request: asked, path, clientIp }), response)
}
