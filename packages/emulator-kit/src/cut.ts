import { once } from 'node:events'
import type { HttpBindings } from '@hono/node-server'
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import type { Context } from 'hono'

/** The environment of an app that @hono/node-server serves: the Node request and response stand beside Hono's. */
export interface NodeEnv {
  Bindings: HttpBindings
}

/**
 * The caller sees a reset connection, and cannot know whether anything happened. Works in a handler and, after `next`
 * too, in a middleware: an answer that is already there is dropped.
 */
export function cut<Env extends NodeEnv>(c: Context<Env>): Response {
  c.env.incoming.socket.destroy()
  c.res = undefined
  c.res = RESPONSE_ALREADY_SENT
  return RESPONSE_ALREADY_SENT
}

/** No answer: waits until the caller, or the closing server, ends the connection. */
export async function hang<Env extends NodeEnv>(c: Context<Env>): Promise<Response> {
  const { socket } = c.env.incoming
  if (!socket.destroyed) await once(socket, 'close')
  return RESPONSE_ALREADY_SENT
}
