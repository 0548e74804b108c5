import { type SignedCall, signedFetch } from './signed-fetch'
import type { TestServer } from './test-server'

/** A call that the pinned SDK does not know, or that no client would make: what it answered, or its errorCode. */
export async function call<T = Record<string, unknown>>(
  { sandbox }: TestServer,
  path: string,
  body?: object,
  change: Partial<SignedCall> = {},
): Promise<{ data?: T; errorCode?: string; errorGroup?: string }> {
  const sent = { method: 'POST', path: `/payment/v1/${path}`, body, ...change }
  const answer = JSON.parse((await signedFetch(sandbox, sent)).text) as {
    data?: T
    errors?: { errorCode: string; errorGroup?: string }
  }
  return { data: answer.data, ...answer.errors }
}
