import { equalInConstantTime } from '@craftgate-commerce/core'
import { type Context, Hono } from 'hono'
import { csrf } from 'hono/csrf'
import type { House } from '../house'
import { errorName } from '../http/error-name'
import type { ShopStore } from '../shops/shop-store'
import { isShopDomain } from '../tenant'
import { installPage } from './install-page'
import { installTickets, merchantTickets } from './login'
import type { ShopifyOAuth } from './shopify-oauth'
import { readSignedVisit } from './signed-visit'

export interface InstallParts {
  readonly house: Pick<House, 'options' | 'clock' | 'logger'>
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
export function installRoutes(parts: InstallParts): Hono {
  const { house } = parts
  const app = new Hono()
  app.get('/auth', (context) => begin(context, parts))
  app.get('/auth/callback', (context) => finish(context, parts))
  app.post('/logout', csrf({ origin: new URL(house.options.publicUrl).origin }), (context) => {
    merchantTickets(house).drop(context)
    return context.redirect('/', 303)
  })
  return app
}

async function begin(context: Context, { house, oauth }: InstallParts): Promise<Response> {
  const shop = context.req.query('shop') ?? ''
  if (!isShopDomain(shop)) return installPage(context, house.options, { trouble: 'no-shop' })
  const { id } = await installTickets(house).give(context, shop)
  context.header('cache-control', 'no-store')
  return context.redirect(oauth.authorizeUrl(shop, id))
}

/** The login is given last, so that whoever has it has an installed shop. */
async function finish(context: Context, parts: InstallParts): Promise<Response> {
  const { house, oauth, shops } = parts
  const consent = await consentOf(context, parts)
  if (consent instanceof Response) return consent
  const { shop, code } = consent
  try {
    const answer = await oauth.exchange(shop, code)
    if (answer.kind !== 'granted') {
      const why = answer.kind === 'refused' ? answer.code : answer.reason
      house.logger.warn('Shopify gave no access token for an installation', { shop, why })
      return installPage(context, house.options, { trouble: answer.kind, shop })
    }
    await shops.installed(shop, answer.tokens)
  } catch (error) {
    house.logger.error('An installation failed', { shop, why: errorName(error) })
    return installPage(context, house.options, { trouble: 'failed', shop })
  }
  house.logger.info('The app was installed', { shop })
  await merchantTickets(house).give(context, shop)
  context.header('cache-control', 'no-store')
  return context.redirect('/')
}

/** What the merchant consented to in this very browser; a page when that is not sure. */
async function consentOf(context: Context, { house }: InstallParts): Promise<Consent | Response> {
  const { searchParams } = new URL(context.req.url)
  const visit = readSignedVisit(searchParams, {
    secret: house.options.shopify.apiSecretKey,
    now: house.clock(),
  })
  const refuse = (why: string, shop?: string) => {
    house.logger.warn('An installation was refused', { shop, why })
    return installPage(context, house.options, { trouble: 'refused', shop })
  }
  if (visit.kind === 'refused') return refuse(visit.why)
  const { shop } = visit
  const tickets = installTickets(house)
  const ticket = await tickets.read(context)
  const state = searchParams.get('state') ?? ''
  if (ticket?.shop !== shop || !equalInConstantTime(ticket.id, state)) return refuse('state', shop)
  tickets.drop(context)
  const code = searchParams.get('code')
  return code ? { shop, code } : refuse('code', shop)
}
