import type { ServerResponse } from 'node:http'
import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { serveNode } from '@craftgate-commerce/core/adapter'
import type { Panel } from '@craftgate-commerce/panel'
import type { ExpressRequest, Shoppers } from './cards'
import type { StorefrontApi } from './storefront'
import { vendureLogger } from './vendure-logger'

interface MountedServices {
  readonly craftgate: CraftgateCommerce
  readonly panel: Panel
  readonly shoppers: Pick<Shoppers, 'of'>
  readonly storefront: StorefrontApi
}

/**
 * The three endpoints (pay link, callback, webhook) and the merchant's panel, mounted before Vendure parses bodies. Vendure takes its middleware
 * before its services exist, so it answers 503 until `start`.
 */
export class CraftgateMiddleware {
  private services?: MountedServices

  constructor(private readonly mountUrl: string) {}

  start(services: MountedServices): void {
    this.services = services
  }

  readonly handleCraftgateRequest = async (
    request: ExpressRequest,
    response: ServerResponse,
  ): Promise<void> => {
    if (!this.services) {
      response.writeHead(503, { 'retry-after': '5' }).end()
      return
    }
    const { craftgate, panel, shoppers, storefront } = this.services
    const { mountUrl } = this
    if (/^\/panel(?:[/?]|$)/.test(request.url ?? '')) {
      await serveNode(panel, { request, response, mountUrl }, vendureLogger)
      return
    }
    if (request.url?.startsWith('/v1/')) {
      const { pathname } = new URL(request.url, mountUrl)
      const handle = (asked: Request) =>
        storefront.answer(request, {
          request: asked,
          path: pathname.slice('/v1'.length),
          clientIp: request.ip,
        })
      await serveNode({ handle }, { request, response, mountUrl }, vendureLogger)
      return
    }
    // Only a pay link is opened by somebody; webhooks and callbacks prove themselves.
    const shopper = request.url?.startsWith('/pay/') ? await shoppers.of(request) : undefined
    const exchange = { request, response, mountUrl, clientIp: request.ip, shopper }
    await serveNode(craftgate, exchange, vendureLogger)
  }
}
