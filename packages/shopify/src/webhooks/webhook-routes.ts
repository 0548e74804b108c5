import { z } from '@craftgate-commerce/core/adapter'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { AppContext } from '../context/app-context'
import { errorFacts } from '../context/logging'
import type { PrivacyRequests, PrivacyTopic } from '../privacy/privacy-requests'
import type { ShopStore } from '../shops/shop-store'
import { type Webhook, webhookReader } from './shopify-webhook'

export interface WebhookRoutesDeps {
  readonly context: Pick<AppContext, 'options' | 'clock' | 'logger'>
  readonly shops: Pick<ShopStore, 'uninstalled'>
  readonly privacy: Pick<PrivacyRequests, 'handle'>
}

type Answer = 200 | 400

const PRIVACY_TOPICS: Readonly<Record<string, PrivacyTopic>> = {
  CUSTOMERS_DATA_REQUEST: 'customers/data_request',
  CUSTOMERS_REDACT: 'customers/redact',
  SHOP_REDACT: 'shop/redact',
}

const MAX_BYTES = 256 * 1024

/** Webhooks of Shopify. It repeats what is not answered with 2xx, so doing a thing twice has to be doing it once. */
export function webhookRoutes(deps: WebhookRoutesDeps): Hono {
  const { options, logger } = deps.context
  const app = new Hono()
  const read = webhookReader(options)
  const limit = bodyLimit({ maxSize: MAX_BYTES, onError: (c) => c.body(null, 413) })
  const handler = (handle: (webhook: Webhook, deps: WebhookRoutesDeps) => Promise<Answer>) => {
    return async (c: Context) => {
      const webhook = await read(c.req.raw, await c.req.text())
      return c.body(null, typeof webhook === 'number' ? webhook : await handle(webhook, deps))
    }
  }
  app.post('/webhooks/app/uninstalled', limit, handler(uninstalled))
  app.post('/webhooks/compliance', limit, handler(compliance))
  app.onError((error, c) => {
    logger.error('A webhook of Shopify failed; Shopify sends it again', { error: errorFacts(error) })
    return c.body(null, 500)
  })
  return app
}

async function uninstalled(
  { topic, shop, triggeredAt, body }: Webhook,
  deps: WebhookRoutesDeps,
): Promise<Answer> {
  if (topic !== 'APP_UNINSTALLED') return 200
  if (uninstalledBody.safeParse(body).data?.myshopify_domain !== shop) return 400
  const applied = await deps.shops.uninstalled(shop, triggeredAt)
  deps.context.logger.info('The app was uninstalled', { shop, applied })
  return 200
}

async function compliance(
  { id, topic, shop, triggeredAt, body }: Webhook,
  deps: WebhookRoutesDeps,
): Promise<Answer> {
  const known = PRIVACY_TOPICS[topic]
  if (known === undefined) return 200
  const { data } = complianceBody.safeParse(body)
  if (data?.shop_domain !== shop) return 400
  const customer = data.customer ?? {}
  await deps.privacy.handle({
    id,
    shop,
    topic: known,
    customer,
    triggeredAt: triggeredAt ?? deps.context.clock(),
  })
  return 200
}

const shopDomain = z.string().toLowerCase()

/** Of app/uninstalled: the shop, as the Admin API describes it. `domain` may be one of its own. */
const uninstalledBody = z.object({ myshopify_domain: shopDomain })

const personal = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined)

/** Of the three privacy topics; shop/redact names no customer. */
const complianceBody = z.object({
  shop_domain: shopDomain,
  customer: z.object({ email: personal, phone: personal }).nullish(),
})
