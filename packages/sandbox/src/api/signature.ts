import { createHash, timingSafeEqual } from 'node:crypto'

export interface SignedRequest {
  /** With scheme, host and query, as it was sent. */
  readonly url: string
  readonly apiKey: string
  readonly secretKey: string
  readonly randomKey: string
  /** The raw bytes; empty when there is no body. */
  readonly body: Uint8Array
}

/**
 * x-signature: Base64 SHA-256 of decoded URL + apiKey + secretKey + random key + body
 * (developer.craftgate.io/api, İmza Hesaplama). Throws URIError when the URL cannot be decoded.
 */
export function sign({ url, apiKey, secretKey, randomKey, body }: SignedRequest): string {
  const head = `${decodeURIComponent(url)}${apiKey}${secretKey}${randomKey}`
  return createHash('sha256').update(head, 'utf8').update(body).digest('base64')
}

/** Compares in constant time. */
export function sameText(expected: string, actual: string): boolean {
  const [left, right] = [Buffer.from(expected), Buffer.from(actual)]
  return left.length === right.length && timingSafeEqual(left, right)
}
