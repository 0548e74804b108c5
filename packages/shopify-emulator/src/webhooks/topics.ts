import type { EmulatorContext } from '../context/emulator-context'
import { knownSeed, shopStateOf } from '../context/shops'
import { deliverWebhook, type WebhookResult } from './deliver-webhook'

export type PrivacyTopic = 'customers/data_request' | 'customers/redact' | 'shop/redact'

/** Whom a privacy webhook is about. */
export interface PrivacyCustomer {
  readonly id?: number
  readonly email?: string
  readonly phone?: string
}

/** app/uninstalled carries the shop, as the Admin API describes it. */
export function emitUninstalled(ctx: EmulatorContext, shop: string): Promise<WebhookResult> {
  const { name, currency, locale, domain } = knownSeed(ctx, shop)
  const { id } = shopStateOf(ctx, shop)
  const body = {
    ...{ id, name, email: `merchant@${domain}`, domain, myshopify_domain: domain },
    ...{ currency, primary_locale: locale, plan_name: 'partner_test' },
  }
  return deliverWebhook(ctx, {
    topic: 'app/uninstalled',
    shop,
    url: ctx.app.webhookUrls.appUninstalled,
    body,
  })
}

export function emitPrivacyWebhook(
  ctx: EmulatorContext,
  shop: string,
  about: { readonly topic: PrivacyTopic; readonly customer: PrivacyCustomer },
): Promise<WebhookResult> {
  const { topic } = about
  const body = { shop_id: shopStateOf(ctx, shop).id, shop_domain: shop, ...detailsOf(ctx, shop, about) }
  return deliverWebhook(ctx, { topic, shop, url: ctx.app.webhookUrls.compliance, body })
}

function detailsOf(
  ctx: EmulatorContext,
  shop: string,
  { topic, customer }: { topic: PrivacyTopic; customer: PrivacyCustomer },
): object {
  if (topic === 'shop/redact') return {}
  const who = { id: customer.id ?? 191_167, email: customer.email, phone: customer.phone }
  const orders = ordersOf(ctx, shop, customer)
  if (topic === 'customers/redact') return { customer: who, orders_to_redact: orders }
  return { customer: who, orders_requested: orders, data_request: { id: ctx.clock.now() } }
}

/** Shopify names orders by number there. */
function ordersOf(ctx: EmulatorContext, shop: string, { email }: PrivacyCustomer): number[] {
  return ctx.state.orders
    .filter((order) => order.shop === shop && order.email !== undefined && order.email === email)
    .map(({ number }) => Number(number.slice(1)))
}
