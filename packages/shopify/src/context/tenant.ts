export const MODES = ['live', 'test'] as const

/** Whether money moves: Shopify marks each session, and each mode has Craftgate keys of its own. */
export type Mode = (typeof MODES)[number]

/**
 * One shop in one mode. Everything that is stored or signed carries both, and each tenant has a core of its own, so
 * that one shop never meets another and a test never meets live keys.
 */
export interface Tenant {
  /** zerdali.myshopify.com */
  readonly shop: string
  readonly mode: Mode
}

export const modeOf = ({ test }: { readonly test: boolean }): Mode => (test ? 'test' : 'live')

export const tenantKey = ({ shop, mode }: Tenant): string => `${shop}/${mode}`

const SHOP = /^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?\.myshopify\.com$/

export const isShopDomain = (text: string): boolean => SHOP.test(text)

/** Path below the public address where this tenant's pay link, callback and webhook live. */
export const basePathOf = ({ shop, mode }: Tenant): string =>
  `/craftgate/${shop.replace(/\.myshopify\.com$/, '')}/${mode}`

/** The tenant that a path under /craftgate names; undefined when it names none. */
export function tenantOfPath(handle: string, mode: string): Tenant | undefined {
  const shop = `${handle}.myshopify.com`
  if (!isShopDomain(shop) || (mode !== 'live' && mode !== 'test')) return undefined
  return { shop, mode }
}
