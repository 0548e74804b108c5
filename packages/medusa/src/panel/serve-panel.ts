import { serveNode } from '@craftgate-commerce/core/adapter'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { appContainer, craftgateIn } from '../app-container'
import { BASE_PATH } from '../options'
import { panelIn } from './panel-host'

/** Every page below /craftgate/panel, whose logins are its own. */
export async function servePanel(request: MedusaRequest, response: MedusaResponse): Promise<void> {
  const { options, logger } = craftgateIn(request.scope)
  const path = request.originalUrl.slice(BASE_PATH.length)
  await serveNode(panelIn(appContainer), { request, response, mountUrl: options.mountUrl, path }, logger)
}
