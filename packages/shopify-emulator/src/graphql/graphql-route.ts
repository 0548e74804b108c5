import { setTimeout as sleep } from 'node:timers/promises'
import { type Context, Hono } from 'hono'
import { meetFault } from '../control/fault'
import { cut, type NodeEnv } from '../http/cut'
import { isGoodToken } from '../oauth/access-tokens'
import { seedOf, type World } from '../world'
import { execute, outcomeOf } from './execute'
import { faultAnswer, UNAUTHORIZED } from './fault-answer'
import { type GraphQLCall, readCall } from './read-call'
import { VERSIONS } from './schema'

/** POST /<shop>/payments_apps/api/<version>/graphql.json */
export function createGraphQLRoute(world: World): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.post('/:shop/payments_apps/api/:version/graphql.json', async (c) => {
    const call = readCall(await c.req.text())
    const { shop, version } = c.req.param()
    const log = (outcome: string) =>
      world.requests.add({ at: world.clock.now(), shop, operation: call?.operation, id: call?.id, outcome })
    return answer(c, { world, shop, version, call, log })
  })
  return app
}

interface Calling {
  readonly world: World
  readonly shop: string
  readonly version: string
  readonly call: GraphQLCall | undefined
  readonly log: (outcome: string) => void
}

async function answer(c: Context<NodeEnv>, calling: Calling): Promise<Response> {
  const { world, shop, version, call, log } = calling
  if (world.graphql.down) {
    log('down')
    return cut(c)
  }
  const fault = meetFault(world.graphql.faults, { shop, operation: call?.operation })
  if (fault) log(fault.kind)
  const instead = fault && faultAnswer(c, fault)
  if (instead) return instead
  if (fault?.kind === 'delay') await sleep(fault.ms)
  const refused = refusal(c, { ...calling, version })
  if (refused || !call) return refused ?? c.json({ errors: 'Bad Request' }, 400)
  const result = await execute(world, shop, call)
  if (fault?.kind === 'drop-after') return cut(c)
  if (!fault) log(outcomeOf(result))
  return c.json(result)
}

function refusal(c: Context<NodeEnv>, { world, shop, version, call, log }: Calling): Response | undefined {
  if (!VERSIONS.includes(version) || !seedOf(world, shop)) {
    log('not-found')
    return c.json({ errors: 'Not Found' }, 404)
  }
  if (!isGoodToken(world, shop, c.req.header('x-shopify-access-token'))) {
    log('unauthorized')
    return c.json(UNAUTHORIZED, 401)
  }
  if (!call) log('bad-request')
  return undefined
}
