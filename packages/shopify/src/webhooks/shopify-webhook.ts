import '@shopify/shopify-api/adapters/web-api'
import { ApiVersion, LogSeverity, shopifyApi } from '@shopify/shopify-api'
import { isShopDomain } from '../context/tenant'
import type { AppOptions } from '../options'

/** A webhook that Shopify signed. The signature covers the body; what the headers say has to agree with it. */
export interface Webhook {
  /** The same when it is delivered again. */
  readonly id: string
  /** As Shopify's library writes it: SHOP_REDACT. */
  readonly topic: string
  readonly shop: string
  /** When it happened; deliveries may be late and out of order. */
  readonly triggeredAt?: Date
  readonly body: unknown
}

/** 401: not of Shopify. 400: of Shopify, but not as it writes webhooks. */
export type ReadWebhook = (request: Request, rawBody: string) => Promise<Webhook | 400 | 401>

/**
 * Checks the signature with each of the app's secrets: while Shopify has two, it signs with the older one, and for an hour
 * after that one was revoked. Shopify's library with its logging off: it would write to the console.
 */
export function webhookReader({
  publicUrl,
  shopify,
}: Pick<AppOptions, 'publicUrl' | 'shopify'>): ReadWebhook {
  const verifiers = shopify.apiSecretKey.map(
    (apiSecretKey) =>
      shopifyApi({
        apiKey: shopify.apiKey,
        apiSecretKey,
        hostName: new URL(publicUrl).host,
        apiVersion: ApiVersion.July26,
        isEmbeddedApp: false,
        logger: { level: LogSeverity.Error, log: () => {} },
      }).webhooks,
  )
  const check = async (rawRequest: Request, rawBody: string) => {
    const answers = await Promise.all(verifiers.map((each) => each.validate({ rawRequest, rawBody })))
    return answers.find(({ valid }) => valid) ?? answers[0]
  }
  return async (rawRequest, rawBody) => {
    const checked = await check(rawRequest, rawBody)
    if (checked === undefined) return 401
    if (!checked.valid) return checked.reason === 'missing_headers' ? 400 : 401
    const { webhookId: id, topic, domain: shop, triggeredAt } = checked
    const body = parseJson(rawBody)
    return isShopDomain(shop) && body !== undefined
      ? { id, topic, shop, triggeredAt: momentOf(triggeredAt), body }
      : 400
  }
}

function momentOf(text: string | undefined): Date | undefined {
  const moment = new Date(text ?? '')
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
