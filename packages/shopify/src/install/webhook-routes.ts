import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { House } from '../house'
import type { PrivacyRequests, PrivacyTopic } from '../privacy/privacy-requests'
import type { ShopStore } from '../shops/shop-store'
import { type Webhook, webhookReader } from './webhook'
import { complianceBody, uninstalledBody } from './webhook-bodies'

export interface WebhookParts {
  readonly house: Pick<House, 'options' | 'clock' | 'logger'>
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
export function webhookRoutes(parts: WebhookParts): Hono {
  const { options, logger } = parts.house
  const app = new Hono()
  const read = webhookReader(options)
  const limit = bodyLimit({ maxSize: MAX_BYTES, onError: (context) => context.body(null, 413) })
  const door = (handle: (webhook: Webhook, parts: WebhookParts) => Promise<Answer>) => {
    return async (context: Context) => {
      const webhook = await read(context.req.raw, await context.req.text())
      return context.body(null, typeof webhook === 'number' ? webhook : await handle(webhook, parts))
    }
  }
  app.post('/webhooks/app/uninstalled', limit, door(uninstalled))
  app.post('/webhooks/compliance', limit, door(compliance))
  app.onError((error, context) => {
    logger.error('A webhook of Shopify failed; Shopify sends it again', { why: error.name })
    return context.body(null, 500)
  })
  return app
}

async function uninstalled({ topic, shop, saidAt, body }: Webhook, parts: WebhookParts): Promise<Answer> {
  if (topic !== 'APP_UNINSTALLED') return 200
  if (uninstalledBody.safeParse(body).data?.myshopify_domain !== shop) return 400
  const isNews = await parts.shops.uninstalled(shop, saidAt)
  parts.house.logger.info('The app was uninstalled', { shop, isNews })
  return 200
}

async function compliance({ id, topic, shop, saidAt, body }: Webhook, parts: WebhookParts): Promise<Answer> {
  const known = PRIVACY_TOPICS[topic]
  if (known === undefined) return 200
  const { data } = complianceBody.safeParse(body)
  if (data?.shop_domain !== shop) return 400
  const customer = data.customer ?? {}
  await parts.privacy.handle({ id, shop, topic: known, customer, saidAt: saidAt ?? parts.house.clock() })
  return 200
}
