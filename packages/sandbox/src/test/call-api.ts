import { signedFetch } from './signed-fetch'
import type { TestServer } from './test-server'

type Keys = Pick<TestServer['sandbox'], 'apiKey' | 'secretKey'>

export interface ApiAnswer<T> {
  readonly data?: T
  readonly errorCode?: string
  readonly errorGroup?: string
}

/** A call that the official client has or has not, as its answer came: GET without a body, else POST. */
export async function callApi<T>(
  { sandbox }: Pick<TestServer, 'sandbox'>,
  path: string,
  body?: object,
  keys: Keys = sandbox,
): Promise<ApiAnswer<T>> {
  const method = body === undefined ? 'GET' : 'POST'
  const caller = { url: sandbox.url, apiKey: keys.apiKey, secretKey: keys.secretKey }
  const { text } = await signedFetch(caller, { method, path, body })
  const answer = (text === '' ? {} : JSON.parse(text)) as {
    data?: T
    errors?: { errorCode: string; errorGroup?: string }
  }
  const { errorCode, errorGroup } = answer.errors ?? {}
  return { data: answer.data, errorCode, errorGroup }
}

/** The same for a call that must succeed. Throws with the code of a refusal. */
export async function answerOf<T>(...call: Parameters<typeof callApi>): Promise<T> {
  const { data, errorCode } = await callApi<T>(...call)
  if (data === undefined) throw new Error(`${call[1]} was refused with ${errorCode}`)
  return data
}
