import type { StorefrontMethod } from '@craftgate-commerce/core/storefront'

/** The pay link that opens this way to pay. Its signature is not about the way: that is only a choice. */
export function payLinkBy(payLink: string, { method }: Pick<StorefrontMethod, 'method'>): string {
  const link = new URL(payLink)
  if (method === undefined) link.searchParams.delete('method')
  else link.searchParams.set('method', method)
  return link.href
}
