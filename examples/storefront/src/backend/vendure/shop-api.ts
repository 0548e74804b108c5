import type { Language } from '../shop-backend'

const TOKEN_KEY = 'zerdali.vendure.session'
const TOKEN_HEADER = 'vendure-auth-token'

/** The shop answered, but not with data. */
export class ShopApiError extends Error {
  override readonly name = 'ShopApiError'
}

/** Vendure's Shop API behind our own server: same origin, bearer token, no cookies. */
export class ShopApi {
  constructor(
    private readonly channel: string,
    private readonly language: Language,
  ) {}

  /**
   * @throws ShopApiError when the shop refuses the request or cannot be reached. `T` is the shape that the query
   * asks for; GraphQL guarantees it.
   */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const response = await fetch(`/shop-api?languageCode=${this.language}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers() },
      body: JSON.stringify({ query, variables }),
    }).catch((cause) => {
      throw new ShopApiError('The shop cannot be reached', { cause })
    })
    const token = response.headers.get(TOKEN_HEADER)
    if (token) localStorage.setItem(TOKEN_KEY, token)
    const body = (await response.json().catch(() => ({}))) as { data?: T; errors?: { message: string }[] }
    if (body.data && !body.errors?.length) return body.data
    throw new ShopApiError(body.errors?.[0]?.message ?? `The shop answered ${response.status}`)
  }

  /** Which channel, and whose session. */
  headers(): Readonly<Record<string, string>> {
    const token = localStorage.getItem(TOKEN_KEY)
    return {
      'vendure-token': this.channel,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    }
  }
}
