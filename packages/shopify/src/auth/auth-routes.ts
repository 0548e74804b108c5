import { equalInConstantTime } from '@craftgate-commerce/core/adapter'
import { type Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { AppContext } from '../context/app-context'
import { errorFacts } from '../context/logging'
import { isShopDomain } from '../context/tenant'
import type { ShopStore } from '../shops/shop-store'
import { authProblemPage } from './auth-problem-page'
import { installCookie, merchantCookie } from './login'
import { verifySignedQuery } from './oauth-hmac'
import type { ShopifyOAuth } from './shopify-oauth'

export interface AuthRoutesDeps {
  readonly context: Pick<AppContext, 'options' | 'clock' | 'logger'>
  readonly shops: Pick<ShopStore, 'installed'>
  readonly oauth: Pick<ShopifyOAuth, 'authorizeUrl' | 'exchange'>
}

interface Consent {
  readonly shop: string
  readonly code: string
}

/**
 * Installing the app, which is logging in as well: GET /auth leads to Shopify's consent, which a merchant who gave it
 * before does not see again. Nothing of a query decides where a browser goes, but for a checked shop domain.
 */
export function authRoutes(deps: AuthRoutesDeps): Hono {
  const { context } = deps
  const app = new Hono()
  app.get('/auth', (c) => begin(c, deps))
  app.get('/auth/callback', (c) => finish(c, deps))
  app.post('/logout', csrf({ origin: new URL(context.options.publicUrl).origin }), (c) => {
    merchantCookie(context).clear(c)
    return c.redirect('/', 303)
  })
  return app
}

async function begin(c: Context, { context, oauth }: AuthRoutesDeps): Promise<Response> {
  const shop = c.req.query('shop') ?? ''
  if (!isShopDomain(shop)) return authProblemPage(c, context.options, { problem: 'no-shop' })
  const { id } = await installCookie(context).issue(c, shop)
  c.header('cache-control', 'no-store')
  return c.redirect(oauth.authorizeUrl(shop, id))
}

/** The login is given last, so that whoever has it has an installed shop. */
async function finish(c: Context, deps: AuthRoutesDeps): Promise<Response> {
  const { context, oauth, shops } = deps
  const consent = await consentOf(c, deps)
  if (consent instanceof Response) return consent
  const { shop, code } = consent
  try {
    const answer = await oauth.exchange(shop, code)
    if (answer.kind !== 'granted') {
      const why = answer.kind === 'refused' ? answer.code : answer.reason
      context.logger.warn('Shopify gave no access token for an installation', { shop, why })
      return authProblemPage(c, context.options, { problem: answer.kind, shop })
    }
    await shops.installed(shop, answer.tokens)
  } catch (error) {
    context.logger.error('An installation failed', { shop, why: errorFacts(error) })
    return authProblemPage(c, context.options, { problem: 'failed', shop })
  }
  context.logger.info('The app was installed', { shop })
  await merchantCookie(context).issue(c, shop)
  c.header('cache-control', 'no-store')
  return c.redirect('/')
}

/** What the merchant consented to in this very browser; a page when that is not sure. */
async function consentOf(c: Context, { context }: AuthRoutesDeps): Promise<Consent | Response> {
  const { searchParams } = new URL(c.req.url)
  const signed = verifySignedQuery(searchParams, {
    secrets: context.options.shopify.apiSecretKey,
    now: context.clock(),
  })
  const refuse = (why: string, shop?: string) => {
    context.logger.warn('An installation was refused', { shop, why })
    return authProblemPage(c, context.options, { problem: 'refused', shop })
  }
  if (signed.kind === 'refused') return refuse(signed.why)
  const { shop } = signed
  const cookie = installCookie(context)
  const session = await cookie.read(c)
  const state = searchParams.get('state') ?? ''
  if (session?.shop !== shop || !equalInConstantTime(session.id, state)) return refuse('state', shop)
  cookie.clear(c)
  const code = searchParams.get('code')
  return code ? { shop, code } : refuse('code', shop)
}
