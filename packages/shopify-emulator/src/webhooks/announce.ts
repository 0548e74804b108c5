import { shopStateOf } from '../oauth/shop-state-of'
import { knownSeed, type World } from '../world'
import { sendWebhook, type WebhookResult } from './send-webhook'

export type PrivacyTopic = 'customers/data_request' | 'customers/redact' | 'shop/redact'

/** Whom a privacy webhook is about. */
export interface PrivacyCustomer {
  readonly id?: number
  readonly email?: string
  readonly phone?: string
}

/** app/uninstalled carries the shop, as the Admin API describes it. */
export function announceUninstall(world: World, shop: string): Promise<WebhookResult> {
  const { name, currency, locale, domain } = knownSeed(world, shop)
  const { id } = shopStateOf(world, shop)
  const body = {
    ...{ id, name, email: `merchant@${domain}`, domain, myshopify_domain: domain },
    ...{ currency, primary_locale: locale, plan_name: 'partner_test' },
  }
  return sendWebhook(world, {
    topic: 'app/uninstalled',
    shop,
    url: world.app.webhookUrls.appUninstalled,
    body,
  })
}

export function sendPrivacyWebhook(
  world: World,
  shop: string,
  about: { readonly topic: PrivacyTopic; readonly customer: PrivacyCustomer },
): Promise<WebhookResult> {
  const { topic } = about
  const body = { shop_id: shopStateOf(world, shop).id, shop_domain: shop, ...detailsOf(world, shop, about) }
  return sendWebhook(world, { topic, shop, url: world.app.webhookUrls.compliance, body })
}

function detailsOf(
  world: World,
  shop: string,
  { topic, customer }: { topic: PrivacyTopic; customer: PrivacyCustomer },
): object {
  if (topic === 'shop/redact') return {}
  const who = { id: customer.id ?? 191_167, email: customer.email, phone: customer.phone }
  const orders = ordersOf(world, shop, customer)
  if (topic === 'customers/redact') return { customer: who, orders_to_redact: orders }
  return { customer: who, orders_requested: orders, data_request: { id: world.clock.now() } }
}

/** Shopify names orders by number there. */
function ordersOf(world: World, shop: string, { email }: PrivacyCustomer): number[] {
  return world.state.orders
    .filter((order) => order.shop === shop && order.email !== undefined && order.email === email)
    .map(({ number }) => Number(number.slice(1)))
}
