import { createHmac } from 'node:crypto'
import { equalInConstantTime } from '@craftgate-commerce/core/adapter'
import { isShopDomain } from '../context/tenant'
import type { SecretList } from '../secrets'

/** A clock that is a little off, and a merchant who reads the consent page, are no forgery. */
const FRESH_FOR_MS = 5 * 60_000

export type SignedQueryResult =
  | { readonly kind: 'genuine'; readonly shop: string }
  | { readonly kind: 'refused'; readonly why: 'shop' | 'hmac' | 'timestamp' }

/**
 * Checks the query that Shopify signed and a browser carried. The library's `utils.validateHmac` reads the time by
 * itself, allows 90 seconds and throws beyond them, so the signature is computed here.
 */
export function verifySignedQuery(
  query: URLSearchParams,
  { secrets, now }: { readonly secrets: SecretList; readonly now: Date },
): SignedQueryResult {
  const shop = query.get('shop') ?? ''
  if (!isShopDomain(shop)) return { kind: 'refused', why: 'shop' }
  const hmac = query.get('hmac') ?? ''
  if (!secrets.some((secret) => equalInConstantTime(hmac, hmacOf(query, secret))))
    return { kind: 'refused', why: 'hmac' }
  const age = Math.abs(now.getTime() - Number(query.get('timestamp') ?? Number.NaN) * 1000)
  return age <= FRESH_FOR_MS ? { kind: 'genuine', shop } : { kind: 'refused', why: 'timestamp' }
}

function hmacOf(query: URLSearchParams, secret: string): string {
  const signed = new URLSearchParams(query)
  signed.delete('hmac')
  signed.sort()
  return createHmac('sha256', secret).update(signed.toString()).digest('hex')
}
