import { type NodeEnv, sameOriginOnly } from '@craftgate-commerce/emulator-kit'
import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { EmulatorContext } from '../context/emulator-context'
import { seedOf, shopStateOf } from '../context/shops'
import { installPage, oauthErrorPage } from './install-page'
import { issueCode } from './installation'
import { signedAppQuery } from './signed-query'

const query = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  state: z.string().default(''),
  scope: z.string().default(''),
})

type Asked = z.output<typeof query>

/** GET shows the page with the install button, or redirects at once; its POST is the merchant's consent. */
export function createAuthorizeRoute(ctx: EmulatorContext): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  const path = '/:shop/admin/oauth/authorize'
  app.use(path, sameOriginOnly)
  app.get(path, (c) => {
    const asked = read(ctx, c)
    if (typeof asked === 'string') return oauthErrorPage(c, asked)
    const { shop } = c.req.param()
    if (shopStateOf(ctx, shop).granted) return back(ctx, c, asked)
    return installPage(c, { ctx, shop, action: c.req.url, scope: asked.scope })
  })
  app.post(path, (c) => {
    const asked = read(ctx, c)
    if (typeof asked === 'string') return oauthErrorPage(c, asked)
    shopStateOf(ctx, c.req.param('shop')).granted = true
    return back(ctx, c, asked)
  })
  return app
}

/** A sentence when the app asked wrongly. */
function read(ctx: EmulatorContext, c: Context<NodeEnv>): Asked | string {
  if (!seedOf(ctx, c.req.param('shop') ?? '')) return 'There is no such shop.'
  const asked = query.safeParse(c.req.query())
  if (!asked.success) return 'Oauth error invalid_request: client_id and redirect_uri are needed.'
  if (asked.data.client_id !== ctx.app.apiKey) {
    return 'Oauth error application_cannot_be_found: No application was found with this client_id.'
  }
  const allowed = `${ctx.app.applicationUrl.replace(/\/$/, '')}/auth/callback`
  if (asked.data.redirect_uri === allowed) return asked.data
  return 'Oauth error invalid_request: The redirect_uri is not whitelisted.'
}

function back(ctx: EmulatorContext, c: Context<NodeEnv>, { redirect_uri, state }: Asked): Response {
  const shop = c.req.param('shop') ?? ''
  const query = signedAppQuery(ctx, shop, { code: issueCode(ctx, shop), state })
  return c.redirect(`${redirect_uri}?${query}`, 302)
}
