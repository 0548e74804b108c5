import { setTimeout as sleep } from 'node:timers/promises'
import { cut, type NodeEnv } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import type { EmulatorContext } from '../context/emulator-context'
import { seedOf } from '../context/shops'
import { isGoodToken } from '../oauth/access-tokens'
import { execute, outcomeOf } from './execute'
import { faultAnswer, UNAUTHORIZED } from './fault-answer'
import { type GraphQLCall, readCall } from './read-call'
import { VERSIONS } from './schema'

/** POST /<shop>/payments_apps/api/<version>/graphql.json */
export function createGraphQLRoute(ctx: EmulatorContext): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.post('/:shop/payments_apps/api/:version/graphql.json', async (c) => {
    const call = readCall(await c.req.text())
    const { shop, version } = c.req.param()
    const log = (outcome: string) =>
      ctx.requests.add({ at: ctx.clock.now(), shop, operation: call?.operation, id: call?.id, outcome })
    return answer(c, { ctx, shop, version, call, log })
  })
  return app
}

interface IncomingCall {
  readonly ctx: EmulatorContext
  readonly shop: string
  readonly version: string
  readonly call: GraphQLCall | undefined
  readonly log: (outcome: string) => void
}

async function answer(c: Context<NodeEnv>, incoming: IncomingCall): Promise<Response> {
  const { ctx, shop, call, log } = incoming
  if (ctx.graphql.down) {
    log('down')
    return cut(c)
  }
  const fault = ctx.graphql.faults.take({ shop, operation: call?.operation })
  if (fault) log(fault.kind)
  const instead = fault && faultAnswer(c, fault)
  if (instead) return instead
  if (fault?.kind === 'delay') await sleep(fault.ms)
  const unanswerable = rejectCall(c, incoming)
  if (unanswerable || !call) return unanswerable ?? c.json({ errors: 'Bad Request' }, 400)
  const result = await execute(ctx, shop, call)
  if (fault?.kind === 'drop-after-commit') return cut(c)
  if (!fault) log(outcomeOf(result))
  return c.json(result)
}

function rejectCall(
  c: Context<NodeEnv>,
  { ctx, shop, version, call, log }: IncomingCall,
): Response | undefined {
  if (!VERSIONS.includes(version) || !seedOf(ctx, shop)) {
    log('not-found')
    return c.json({ errors: 'Not Found' }, 404)
  }
  if (!isGoodToken(ctx, shop, c.req.header('x-shopify-access-token'))) {
    log('unauthorized')
    return c.json(UNAUTHORIZED, 401)
  }
  if (!call) log('bad-request')
  return undefined
}
