import type { Clock } from '../context/clock'
import { type Tenant, tenantKey } from '../context/tenant'
import type { SessionStore } from '../sessions/session-store'

const KNOWN_MS = 5 * 60_000
const MOST = 500

interface Known {
  readonly until: number
  readonly origins: Promise<ReadonlySet<string>>
}

/**
 * The origins of a shop's storefront. Shopify tells an app no domain of a shop but its myshopify.com; where checkouts begin
 * stands in each payment, so a domain of the shop's own is known from its first payment on.
 */
export class StorefrontOrigins {
  private readonly known = new Map<string, Known>()

  constructor(
    private readonly sessions: Pick<SessionStore, 'cancelUrlsOf'>,
    private readonly clock: Clock,
  ) {}

  async has(tenant: Tenant, origin: string): Promise<boolean> {
    if (origin === `https://${tenant.shop}`) return true
    return (await this.of(tenant)).has(origin)
  }

  private of({ shop, mode }: Tenant): Promise<ReadonlySet<string>> {
    const tenant = { shop, mode }
    const key = tenantKey(tenant)
    const now = this.clock().getTime()
    const last = this.known.get(key)
    if (last !== undefined && now < last.until) return last.origins
    const origins = this.read(tenant)
    this.known.delete(key)
    this.known.set(key, { until: now + KNOWN_MS, origins })
    const [oldest] = this.known.keys()
    if (this.known.size > MOST && oldest !== undefined) this.known.delete(oldest)
    origins.catch(() => this.known.delete(key))
    return origins
  }

  private async read(tenant: Tenant): Promise<ReadonlySet<string>> {
    const urls = await this.sessions.cancelUrlsOf(tenant)
    return new Set(urls.flatMap((url) => (URL.canParse(url) ? new URL(url).origin : [])))
  }
}
