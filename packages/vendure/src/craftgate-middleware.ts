import type { ServerResponse } from 'node:http'
import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { serveNode } from '@craftgate-commerce/core/adapter'
import type { ExpressRequest, Shoppers } from './cards'
import { vendureLogger } from './vendure-logger'

/**
 * The three endpoints (pay link, callback, webhook), mounted before Vendure parses bodies. Vendure takes its middleware
 * before its services exist, so it answers 503 until `start`.
 */
export class CraftgateMiddleware {
  private services?: { readonly craftgate: CraftgateCommerce; readonly shoppers: Pick<Shoppers, 'of'> }

  constructor(private readonly mountUrl: string) {}

  start(craftgate: CraftgateCommerce, shoppers: Pick<Shoppers, 'of'>): void {
    this.services = { craftgate, shoppers }
  }

  readonly handleCraftgateRequest = async (
    request: ExpressRequest,
    response: ServerResponse,
  ): Promise<void> => {
    if (!this.services) {
      response.writeHead(503, { 'retry-after': '5' }).end()
      return
    }
    const { craftgate, shoppers } = this.services
    // Only a pay link is opened by somebody; webhooks and callbacks prove themselves.
    const shopper = request.url?.startsWith('/pay/') ? await shoppers.of(request) : undefined
    const exchange = { request, response, mountUrl: this.mountUrl, clientIp: request.ip, shopper }
    await serveNode(craftgate, exchange, vendureLogger)
  }
}
