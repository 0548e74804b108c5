import { randomUUID } from 'node:crypto'
import type { ClientInfo } from '../commerce'
import { logError } from '../log-error'
import { page } from './answers'
import { callback } from './callback'
import { type Door, doorOf } from './door'
import type { InboundParts, Visit } from './inbound-parts'
import { pay } from './pay'
import { webhook } from './webhook'

export interface Inbound {
  /** Never throws. */
  handle(request: Request, peer?: ClientInfo): Promise<Response>
}

export function createInbound(parts: InboundParts): Inbound {
  return {
    async handle(request, peer = {}) {
      const visit = { request, peer, requestId: randomUUID() }
      try {
        return await open(parts, visit)
      } catch (error) {
        parts.logger.error('A request failed', { requestId: visit.requestId, error: logError(error) })
        return page(visit, 'failed', 500)
      }
    },
  }
}

async function open(parts: InboundParts, visit: Visit): Promise<Response> {
  const door = doorOf(parts.options, new URL(visit.request.url).pathname)
  if (door === undefined) return page(visit, 'not-found', 404)
  return enter(parts, visit, door)
}

function enter(parts: InboundParts, visit: Visit, door: Door): Promise<Response> {
  switch (door.kind) {
    case 'pay':
      return pay(parts, visit, door.reference)
    case 'callback':
      return callback(parts, visit)
    case 'webhook':
      return webhook(parts, visit)
  }
}
