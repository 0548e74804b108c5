import type { ServerResponse } from 'node:http'
import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { type NodeRequest, serveNode } from '@craftgate-commerce/core/adapter'
import { vendureLogger } from './vendure-logger'

/** What Express adds to Node's request, as far as it is needed here. */
interface ExpressRequest extends NodeRequest {
  /** The client's address by the shop's own `trustProxy` setting. */
  readonly ip?: string
}

/**
 * The three endpoints (pay link, callback, webhook), mounted before Vendure parses bodies. Vendure takes its middleware
 * before its services exist, so it answers 503 until `start`.
 */
export class CraftgateMiddleware {
  private craftgate?: CraftgateCommerce

  constructor(private readonly mountUrl: string) {}

  start(craftgate: CraftgateCommerce): void {
    this.craftgate = craftgate
  }

  readonly handleCraftgateRequest = async (
    request: ExpressRequest,
    response: ServerResponse,
  ): Promise<void> => {
    if (!this.craftgate) {
      response.writeHead(503, { 'retry-after': '5' }).end()
      return
    }
    const exchange = { request, response, mountUrl: this.mountUrl, clientIp: request.ip }
    await serveNode(this.craftgate, exchange, vendureLogger)
  }
}
