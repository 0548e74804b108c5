import type { NodeEnv } from '@craftgate-commerce/emulator-kit'
import { Hono } from 'hono'
import { z } from 'zod'
import type { EmulatorContext } from '../context/emulator-context'
import { seedOf, shopStateOf } from '../context/shops'
import {
  accessSeconds,
  issueLasting,
  issuePair,
  REFRESH_SECONDS,
  rotate,
  SCOPE,
  type TokenPair,
} from './access-tokens'
import { spendCode } from './installation'
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

interface OAuthError {
  readonly status: 400 | 401
  readonly error: string
  readonly error_description: string
}

const oauthError = (error: string, error_description: string, status: 400 | 401 = 400): OAuthError => ({
  ...{ status, error, error_description },
})

/** POST /<shop>/admin/oauth/access_token, JSON or form. */
export function createAccessTokenRoute(ctx: EmulatorContext): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  app.post('/:shop/admin/oauth/access_token', async (c) => {
    const { shop } = c.req.param()
    if (!seedOf(ctx, shop)) return c.json({ errors: 'Not Found' }, 404)
    const body = asked.safeParse(await bodyOf(c.req.raw))
    const answer = body.success
      ? grant(ctx, shop, body.data)
      : oauthError('invalid_request', 'Could not read the request')
    ctx.changed()
    if (!('status' in answer)) return c.json(answer)
    const { status, ...error } = answer
    return c.json(error, status)
  })
  return app
}

function grant(ctx: EmulatorContext, shop: string, body: Asked) {
  const { apiKey, apiSecretKey } = ctx.app
  if (body.client_id !== apiKey) return oauthError('application_cannot_be_found', 'No such application')
  if (!isSameSecret(body.client_secret, apiSecretKey)) {
    return oauthError('invalid_client', 'Client authentication failed', 401)
  }
  return body.grant_type === 'refresh_token' ? refresh(ctx, shop, body) : exchange(ctx, shop, body)
}

function exchange(ctx: EmulatorContext, shop: string, { code = '', expiring }: Asked) {
  if (!spendCode(ctx, shop, code)) {
    return oauthError('invalid_request', 'The authorization code was not found or was already used')
  }
  const state = shopStateOf(ctx, shop)
  state.granted = true
  state.installed = true
  if (['1', 'true'].includes(String(expiring))) return pairAnswer(ctx, issuePair(ctx, state))
  return { access_token: issueLasting(state).token, scope: SCOPE }
}

function refresh(ctx: EmulatorContext, shop: string, { refresh_token = '' }: Asked) {
  const pair = rotate(ctx, shopStateOf(ctx, shop), refresh_token)
  if (!pair)
    return oauthError('invalid_grant', 'The refresh token is invalid, expired or was already replaced')
  return pairAnswer(ctx, pair)
}

const pairAnswer = (ctx: EmulatorContext, { access, refresh }: TokenPair) => ({
  access_token: access.token,
  scope: SCOPE,
  expires_in: accessSeconds(ctx),
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
