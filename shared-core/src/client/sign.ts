import { createHash } from 'node:crypto'

/** What a request signature covers. `url` is absolute and URL-decoded; `body` is the exact text sent. */
export interface Signed {
  readonly url: string
  readonly nonce: string
  readonly body?: string
}

export interface ApiKeys {
  readonly apiKey: string
  readonly secretKey: string
}

/**
 * The `x-signature` header: base64 of SHA-256 over url, keys, nonce and body, end to end.
 * See developer.craftgate.io/api (İmza Hesaplama Algoritması).
 */
export function signatureOf(keys: ApiKeys, { url, nonce, body = '' }: Signed): string {
  return createHash('sha256')
    .update(url + keys.apiKey + keys.secretKey + nonce + body, 'utf8')
    .digest('base64')
}
