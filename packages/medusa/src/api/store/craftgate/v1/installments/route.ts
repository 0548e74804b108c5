import { answerStorefront, sendWebResponse, toWebRequest } from '@craftgate-commerce/core/adapter'
import type { MedusaResponse, MedusaStoreRequest } from '@medusajs/framework/http'
import { craftgateIn } from '../../../../../app-container'
import { storefrontShop } from '../../../../../storefront'

/**
 * What a cart costs in instalments (`?cart=`), or one piece of a variant (`?variant=&region=`), of every card family, or of one
 * card with `&bin=` and its first 6 to 8 digits; `&provider=` names one of several entries of a region's checkout. The answer is
 * `StorefrontInstallments` of core.
 */
export async function GET(request: MedusaStoreRequest, response: MedusaResponse): Promise<void> {
  const { publishable_key_context: key, scope, originalUrl, ip } = request
  const shop = storefrontShop(scope, key?.sales_channel_ids ?? [])
  const asked = toWebRequest(request, new URL(craftgateIn(scope).options.mountUrl).origin, originalUrl)
  await sendWebResponse(
    await answerStorefront(shop, { request: asked, path: '/installments', clientIp: ip }),
    response,
  )
}
