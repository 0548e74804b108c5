import { panelLink } from '@craftgate-commerce/panel'
import type { MedusaRequest, MedusaResponse } from '@medusajs/framework/http'
import { appContainer } from '../../../../app-container'
import { administratorOf, panelHost } from '../../../../panel'

/** A link that lets whoever asks into the panel, once, within a minute. `path`: the page that it opens, e.g. /payments/… */
export async function POST(
  request: MedusaRequest<{ path?: unknown }>,
  response: MedusaResponse,
): Promise<void> {
  const path = typeof request.body?.path === 'string' ? request.body.path : undefined
  const user = await administratorOf(request)
  response.json({ url: await panelLink(panelHost(appContainer), user, path) })
}
