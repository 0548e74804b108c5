import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const SOURCE = 'packages/shopify/src'

/** Pages of the merchant, which people open: the panel's guide tells of them. */
const PAGES = 'merchant/merchant-app.ts'

const TENANT = '/craftgate/:handle/:mode'

/** What each route of the app is for, by its method and address. */
const MEANINGS = new Map([
  ['GET /health', 'The process runs. For a supervisor.'],
  ['GET /ready', 'The database answers; 503 otherwise, and from the begin of a stop on. For a balancer.'],
  [
    'GET /auth',
    'Installs the app in the shop of `?shop=`, and logs the merchant in: leads to Shopify’s consent.',
  ],
  ['GET /auth/callback', 'Where Shopify’s consent comes back to; its HMAC and the state are checked.'],
  ['POST /logout', 'Forgets the merchant’s login in this browser.'],
  ['POST /webhooks/app/uninstalled', 'Shopify’s word that the app was removed: its tokens are deleted.'],
  [
    'POST /webhooks/compliance',
    'Shopify’s privacy requests: `customers/data_request`, `customers/redact` and `shop/redact`.',
  ],
  [
    'POST /shopify/payment',
    'A shopper chose Craftgate at the checkout: answers `{ redirect_url }`, the pay link. 401 without Shopify’s client certificate, 403 for a shop that has not installed the app, 409 for an id of another session, 422 for a body that names its wrong field.',
  ],
  [
    'POST /shopify/:kind',
    '`capture`, `refund` and `void` of Shopify’s admin: 201, and the work follows; 404 for a payment that this shop does not have. How it ended is told to Shopify by mutation.',
  ],
  [
    `GET ${TENANT}/v1/*`,
    'The [JSON for storefronts](../guides/storefront-json): `installments`, `loan-offers`, `methods` and `payments/:reference`, to the shop’s own theme.',
  ],
  [
    `GET ${TENANT}/return/:reference`,
    'Where the shopper comes back to from the payment page (`?sig=`): leads on to Shopify, or waits for the truth.',
  ],
  [
    `ALL ${TENANT}/*`,
    'The pay link, the callback and the webhook [of every shop](#in-every-shop), of one shop and `test` or `live`.',
  ],
])

/** Every registration of Hono's in the sources of the app, its pages apart. */
function registered() {
  const files = readdirSync(SOURCE, { recursive: true }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== PAGES,
  )
  return files.flatMap((name) => routesIn(readFileSync(join(SOURCE, name), 'utf8')))
}

/** `GET /ready` of `app.get('/ready', …)`, below the base path of the file. */
export function routesIn(text) {
  const [, base = ''] = /\.basePath\('([^']+)'\)/.exec(text) ?? []
  const found = text.matchAll(/\bapp\.(get|post|put|patch|delete|all|on)\(\s*(?:'([^']+)'|`([^`]+)`)/g)
  return [...found].map(([, method, plain, template]) => {
    const path = plain ?? template.replace(/\$\{(\w+)\}/g, ':$1')
    return `${method.toUpperCase()} ${base}${path}`
  })
}

/** Throws for a route without a meaning, and for a meaning whose route is gone. */
export function shopifyRoutes(routes = registered()) {
  const unknown = routes.filter((route) => !MEANINGS.has(route))
  if (unknown.length > 0) throw new Error(`No meaning is written of the Shopify app's ${unknown.join(', ')}`)
  const gone = [...MEANINGS.keys()].filter((route) => !routes.includes(route))
  if (gone.length > 0) throw new Error(`The Shopify app has no ${gone.join(', ')}`)
  return [...MEANINGS].map(([route, doc]) => ({ route, doc }))
}
