import { type Context, Hono } from 'hono'
import { z } from 'zod'
import type { NodeEnv } from '../http/cut'
import { sameOriginOnly } from '../http/same-origin'
import { installPage, oauthErrorPage } from '../pages/install-page'
import { seedOf, type World } from '../world'
import { issueCode } from './authorization-code'
import { shopStateOf } from './shop-state-of'
import { visitQuery } from './visit-query'

const query = z.object({
  client_id: z.string(),
  redirect_uri: z.string(),
  state: z.string().default(''),
  scope: z.string().default(''),
})

type Asked = z.output<typeof query>

/** GET shows the page with the install button, or redirects at once; its POST is the merchant's consent. */
export function createAuthorizeRoute(world: World): Hono<NodeEnv> {
  const app = new Hono<NodeEnv>()
  const path = '/:shop/admin/oauth/authorize'
  app.use(path, sameOriginOnly)
  app.get(path, (c) => {
    const asked = read(world, c)
    if (typeof asked === 'string') return oauthErrorPage(c, asked)
    const { shop } = c.req.param()
    if (shopStateOf(world, shop).granted) return back(world, c, asked)
    return installPage(c, { world, shop, action: c.req.url, scope: asked.scope })
  })
  app.post(path, (c) => {
    const asked = read(world, c)
    if (typeof asked === 'string') return oauthErrorPage(c, asked)
    shopStateOf(world, c.req.param('shop')).granted = true
    return back(world, c, asked)
  })
  return app
}

/** A sentence when the app asked wrongly. */
function read(world: World, c: Context<NodeEnv>): Asked | string {
  if (!seedOf(world, c.req.param('shop') ?? '')) return 'There is no such shop.'
  const asked = query.safeParse(c.req.query())
  if (!asked.success) return 'Oauth error invalid_request: client_id and redirect_uri are needed.'
  if (asked.data.client_id !== world.app.apiKey) {
    return 'Oauth error application_cannot_be_found: No application was found with this client_id.'
  }
  const allowed = `${world.app.applicationUrl.replace(/\/$/, '')}/auth/callback`
  if (asked.data.redirect_uri === allowed) return asked.data
  return 'Oauth error invalid_request: The redirect_uri is not whitelisted.'
}

function back(world: World, c: Context<NodeEnv>, { redirect_uri, state }: Asked): Response {
  const shop = c.req.param('shop') ?? ''
  const query = visitQuery(world, shop, { code: issueCode(world, shop), state })
  return c.redirect(`${redirect_uri}?${query}`, 302)
}
