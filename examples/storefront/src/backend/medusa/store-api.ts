import { savedLogin } from './saved-login'

/** The shop answered with a refusal, or not at all. */
export class StoreApiError extends Error {
  override readonly name = 'StoreApiError'

  constructor(
    message: string,
    /** Of the HTTP answer; absent when the shop could not be reached. */
    readonly status?: number,
    /** Medusa's own code, e.g. `insufficient_inventory`. */
    readonly code?: string,
  ) {
    super(message)
  }
}

export type Query = Readonly<Record<string, string | number | undefined>>

/** Medusa's Store API behind our own server: same origin, publishable key, no cookies. */
export class StoreApi {
  constructor(private readonly publishableKey: string) {}

  /** @throws StoreApiError. `T` is the shape that Medusa documents for the path. */
  get<T>(path: string, query: Query = {}): Promise<T> {
    return this.ask<T>('GET', path, query)
  }

  /** @throws StoreApiError. `T` is the shape that Medusa documents for the path. */
  post<T>(path: string, body: object, query: Query = {}): Promise<T> {
    return this.ask<T>('POST', path, query, body)
  }

  /** @throws StoreApiError. `T` is the shape that Medusa documents for the path. */
  delete<T>(path: string, query: Query = {}, body?: object): Promise<T> {
    return this.ask<T>('DELETE', path, query, body)
  }

  /** The same as `get`, where nothing found is an answer. */
  async find<T>(path: string, query: Query = {}): Promise<T | undefined> {
    return this.get<T>(path, query).catch((error) => {
      if (error instanceof StoreApiError && error.status === 404) return undefined
      throw error
    })
  }

  /** Which sales channels, and who is logged in. */
  headers(): Readonly<Record<string, string>> {
    const token = savedLogin.token()
    return {
      'x-publishable-api-key': this.publishableKey,
      ...(token ? { authorization: `Bearer ${token}` } : {}),
    }
  }

  /** Answers the token of whoever has this e-mail address and password. @throws StoreApiError */
  async logIn(email: string, password: string): Promise<string> {
    const body = { email, password }
    return (await this.send<{ readonly token: string }>('POST', '/auth/customer/emailpass', body)).token
  }

  private async ask<T>(method: string, path: string, query: Query, body?: object): Promise<T> {
    return this.send<T>(method, `/store/${path}${search(query)}`, body)
  }

  private async send<T>(method: string, address: string, body?: object): Promise<T> {
    const response = await fetch(address, {
      method,
      headers: { 'content-type': 'application/json', ...this.headers() },
      body: body && JSON.stringify(body),
    }).catch(() => {
      throw new StoreApiError('The shop cannot be reached')
    })
    const answer = (await response.json().catch(() => ({}))) as T & Refusal
    if (response.ok) return answer
    const { message = `The shop answered ${response.status}`, code } = answer
    throw new StoreApiError(message, response.status, code)
  }
}

interface Refusal {
  readonly message?: string
  readonly code?: string
}

function search(query: Query): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) if (value !== undefined) params.set(name, String(value))
  return params.size > 0 ? `?${params}` : ''
}
