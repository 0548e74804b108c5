import { z } from '@craftgate-commerce/core'

const shopDomain = z.string().toLowerCase()

/** Of app/uninstalled: the shop, as the Admin API describes it. `domain` may be one of its own. */
export const uninstalledBody = z.object({ myshopify_domain: shopDomain })

const personal = z
  .string()
  .nullish()
  .transform((text) => text ?? undefined)

/** Of the three privacy topics; shop/redact names no customer. */
export const complianceBody = z.object({
  shop_domain: shopDomain,
  customer: z.object({ email: personal, phone: personal }).nullish(),
})
