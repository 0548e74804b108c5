import { cachedAnswers } from '@craftgate-commerce/core/adapter'
import type { Clock } from '../context/clock'
import { type Tenant, tenantKey } from '../context/tenant'
import type { SessionStore } from '../sessions/session-store'

/**
 * The origins of a shop's storefront. Shopify tells an app no domain of a shop but its myshopify.com; where checkouts begin
 * stands in each payment, so a domain of the shop's own is known from its first payment on.
 */
export class StorefrontOrigins {
  private readonly of: (tenant: Tenant) => Promise<ReadonlySet<string>>

  constructor(sessions: Pick<SessionStore, 'cancelUrlsOf'>, clock: Clock) {
    const ask = async (tenant: Tenant) => {
      const urls = await sessions.cancelUrlsOf(tenant)
      return new Set(urls.flatMap((url) => (URL.canParse(url) ? new URL(url).origin : [])))
    }
    this.of = cachedAnswers({ ask, nameOf: tenantKey, clock, admit: () => {} })
  }

  async has(tenant: Tenant, origin: string): Promise<boolean> {
    if (origin === `https://${tenant.shop}`) return true
    return (await this.of(tenant)).has(origin)
  }
}
