import type { ServerResponse } from 'node:http'
import type { CraftgateCommerce } from '@craftgate-commerce/core'
import { vendureLogger } from '../vendure-logger'
import { type ShopRequest, sendWebResponse, toWebRequest } from './express-to-web'

/**
 * The three routes (pay, callback, webhook), mounted before Vendure parses bodies. Vendure takes its middleware before
 * its services exist, so the door is made first and opened when they do.
 */
export class Door {
  private craftgate?: CraftgateCommerce

  constructor(private readonly mountUrl: string) {}

  open(craftgate: CraftgateCommerce): void {
    this.craftgate = craftgate
  }

  readonly handler = async (request: ShopRequest, response: ServerResponse): Promise<void> => {
    try {
      await this.answer(request, response)
    } catch (error) {
      vendureLogger.warn('A request could not be answered', { reason: String(error) })
      if (!response.headersSent) response.statusCode = error instanceof TypeError ? 400 : 500
      response.end()
    }
  }

  private async answer(request: ShopRequest, response: ServerResponse): Promise<void> {
    if (!this.craftgate) {
      response.writeHead(503, { 'retry-after': '5' }).end()
      return
    }
    const answer = await this.craftgate.handle(toWebRequest(request, this.mountUrl), { clientIp: request.ip })
    // A body that core refused to read stays in the connection, which can carry no other request then.
    if (!request.complete) response.setHeader('connection', 'close')
    await sendWebResponse(answer, response)
  }
}
