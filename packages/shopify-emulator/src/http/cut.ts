import { once } from 'node:events'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'

export type NodeEnv = { Bindings: HttpBindings }

/** The caller sees a reset connection, and cannot know whether anything happened. */
export function cut(c: Context<NodeEnv>): Response {
  c.env.incoming.socket.destroy()
  return RESPONSE_ALREADY_SENT
}

/** No answer: waits until the caller, or the closing server, ends the connection. */
export async function hang(c: Context<NodeEnv>): Promise<Response> {
  const { socket } = c.env.incoming
  if (!socket.destroyed) await once(socket, 'close')
  return RESPONSE_ALREADY_SENT
}
