import { Hono } from 'hono'
import { z } from 'zod'
import type { NodeEnv } from '../http/cut'
import { seedOf, type World } from '../world'
import {
  accessSeconds,
  issueLasting,
  issuePair,
  REFRESH_SECONDS,
  rotate,
  SCOPE,
  type TokenPair,
} from './access-tokens'
import { spendCode } from './authorization-code'
import { shopStateOf } from './shop-state-of'
import { isSameSecret } from './signed-query'

const asked = z.object({
  client_id: z.string(),
  client_secret: z.string(),
  code: z.string().optional(),
  expiring: z.union([z.string(), z.number(), z.boolean()]).optional(),
  grant_type: z.string().optional(),
  refresh_token: z.string().optional(),
})

type Asked = z.output<typeof asked>

interface Refusal {
  readonly status: 400 | 401
  readonly error: string
  readonly error_description: string
}

const refuse = (error: string, error_description: string, status: 400 | 401 = 400): Refusal => ({
  ...{ status, error, error_description },
})

/** POST /<shop>/admin/oauth/access_token, JSON or form. */
export function createAccessTokenRoute(world: World): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.post('/:shop/admin/oauth/access_token', async (c) => {
    const { shop } = c.req.param()
    if (!seedOf(world, shop)) return c.json({ errors: 'Not Found' }, 404)
    const body = asked.safeParse(await bodyOf(c.req.raw))
    const answer = body.success
      ? grant(world, shop, body.data)
      : refuse('invalid_request', 'Could not read the request')
    world.changed()
    if (!('status' in answer)) return c.json(answer)
    const { status, ...told } = answer
    return c.json(told, status)
  })
  return app
}

function grant(world: World, shop: string, body: Asked) {
  const { apiKey, apiSecretKey } = world.app
  if (body.client_id !== apiKey) return refuse('application_cannot_be_found', 'No such application')
  if (!isSameSecret(body.client_secret, apiSecretKey)) {
    return refuse('invalid_client', 'Client authentication failed', 401)
  }
  return body.grant_type === 'refresh_token' ? refresh(world, shop, body) : exchange(world, shop, body)
}

function exchange(world: World, shop: string, { code = '', expiring }: Asked) {
  if (!spendCode(world, shop, code)) {
    return refuse('invalid_request', 'The authorization code was not found or was already used')
  }
  const state = shopStateOf(world, shop)
  state.granted = true
  state.installed = true
  if (['1', 'true'].includes(String(expiring))) return pairAnswer(world, issuePair(world, state))
  return { access_token: issueLasting(state).token, scope: SCOPE }
}

function refresh(world: World, shop: string, { refresh_token = '' }: Asked) {
  const pair = rotate(world, shopStateOf(world, shop), refresh_token)
  if (!pair) return refuse('invalid_grant', 'The refresh token is invalid, expired or was already replaced')
  return pairAnswer(world, pair)
}

const pairAnswer = (world: World, { access, refresh }: TokenPair) => ({
  access_token: access.token,
  scope: SCOPE,
  expires_in: accessSeconds(world),
  refresh_token: refresh.token,
  refresh_token_expires_in: REFRESH_SECONDS,
})

async function bodyOf(request: Request): Promise<unknown> {
  try {
    const text = await request.text()
    if (request.headers.get('content-type')?.includes('application/json')) return JSON.parse(text)
    return Object.fromEntries(new URLSearchParams(text))
  } catch {
    return undefined
  }
}
