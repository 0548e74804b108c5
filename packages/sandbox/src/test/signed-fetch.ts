import { sign } from '../api/signature'

interface Caller {
  readonly url: string
  readonly apiKey: string
  readonly secretKey: string
}

export interface SignedCall {
  readonly method: string
  readonly path: string
  readonly body?: unknown
  /** x-idempotency-key */
  readonly key?: string
  readonly lang?: 'tr' | 'en'
  /** What the caller takes a + of the query for when it signs. */
  readonly signedAs?: string
}

/** What came back, as bytes came: for calls that no client of ours would make. */
export interface RawAnswer {
  readonly status: number
  readonly text: string
}

/** Signs a call as Craftgate's clients do and sends it. Rejects when the connection is cut. */
export async function signedFetch(
  { url, apiKey, secretKey }: Caller,
  { method, path, body, key, lang, signedAs = '+' }: SignedCall,
): Promise<RawAnswer> {
  const text = body === undefined ? '' : JSON.stringify(body)
  const signature = sign({
    url: `${url}${path.replaceAll('+', signedAs)}`,
    apiKey,
    secretKey,
    randomKey: '123',
    body: Buffer.from(text),
  })
  const headers = {
    'x-api-key': apiKey,
    'x-rnd-key': '123',
    'x-auth-version': '1',
    'x-signature': signature,
    ...(key === undefined ? {} : { 'x-idempotency-key': key }),
    ...(lang === undefined ? {} : { lang }),
  }
  const answer = await fetch(`${url}${path}`, { method, headers, body: text === '' ? undefined : text })
  return { status: answer.status, text: await answer.text() }
}
