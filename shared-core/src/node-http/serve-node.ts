import type { CraftgateCommerce } from '../commerce'
import type { Logger } from '../logger'
import { type NodeRequest, type NodeResponse, sendWebResponse, toWebRequest } from './node-to-web'

export interface NodeExchange {
  readonly request: NodeRequest
  readonly response: NodeResponse
  /** `publicUrl` and `basePath` of the options. */
  readonly mountUrl: string
  /** The path below `mountUrl`; `request.url` when absent. */
  readonly path?: string
  /** The shopper's address, by the framework's own proxy rules. */
  readonly clientIp?: string
}

/** Answers one request of Node's HTTP server (Express, Fastify's raw request …) with `CraftgateCommerce.handle`. Never throws. */
export async function serveNode(
  craftgate: Pick<CraftgateCommerce, 'handle'>,
  { request, response, mountUrl, path, clientIp }: NodeExchange,
  logger: Logger,
): Promise<void> {
  try {
    const answer = await craftgate.handle(toWebRequest(request, mountUrl, path), { clientIp })
    // A body that core refused to read stays in the connection, which can carry no other request then.
    if (!request.complete) response.setHeader('connection', 'close')
    await sendWebResponse(answer, response)
  } catch (error) {
    logger.warn('A request could not be answered', { reason: String(error) })
    if (!response.headersSent) response.statusCode = error instanceof TypeError ? 400 : 500
    response.end()
  }
}
