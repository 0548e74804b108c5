import { createHmac, timingSafeEqual } from 'node:crypto'

/** Hex SHA-256 over the sorted query without `hmac` itself, as Shopify signs what a browser carries to the app. */
export function hmacOf(query: URLSearchParams, secret: string): string {
  const signed = new URLSearchParams(query)
  signed.delete('hmac')
  signed.sort()
  return createHmac('sha256', secret).update(signed.toString()).digest('hex')
}

/** The parameters with their hmac. */
export function signedQuery(parameters: Readonly<Record<string, string>>, secret: string): URLSearchParams {
  const query = new URLSearchParams(parameters)
  query.set('hmac', hmacOf(query, secret))
  query.sort()
  return query
}

/** Compares without telling how far two secrets agree. */
export function isSameSecret(given: string, known: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(known)]
  return a.length === b.length && timingSafeEqual(a, b)
}
