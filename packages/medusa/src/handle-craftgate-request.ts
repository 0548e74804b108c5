import { serveNode } from '@craftgate-commerce/core/adapter'
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { craftgateIn } from './app-container'
import { BASE_PATH } from './options'

/** Pay link, callback and webhook: core answers, whichever it is. */
export async function handleCraftgateRequest(
  request: MedusaRequest & Partial<Pick<AuthenticatedMedusaRequest, 'auth_context'>>,
  response: MedusaResponse,
): Promise<void> {
  const { commerce, options, logger } = craftgateIn(request.scope)
  const path = request.originalUrl.slice(BASE_PATH.length)
  await serveNode(
    commerce,
    {
      request,
      response,
      mountUrl: options.mountUrl,
      path,
      clientIp: request.ip,
      shopper: request.auth_context?.actor_id,
    },
    logger,
  )
}
