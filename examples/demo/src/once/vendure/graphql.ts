/** A client of one Vendure API that keeps its session, as a browser's storefront does. */
export class GraphqlClient {
  private token: string | undefined

  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** @throws Error with the API's own words. `T` is the shape that the query asks for. */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const authorization: Record<string, string> = this.token ? { authorization: `Bearer ${this.token}` } : {}
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers, ...authorization },
      body: JSON.stringify({ query, variables }),
    })
    this.token = response.headers.get('vendure-auth-token') ?? this.token
    const body = (await response.json()) as { data?: T; errors?: { message: string }[] }
    if (body.data && !body.errors?.length) return body.data
    throw new Error(
      body.errors?.map(({ message }) => message).join('; ') ?? `${this.url} answered ${response.status}`,
    )
  }
}

/** Refuses Vendure's error results, which come as data. */
export function must<T extends object>(
  result: T | { readonly errorCode: string; readonly message: string } | null,
): T {
  if (result === null) throw new Error('Nothing came back')
  if ('errorCode' in result) throw new Error(`${result.errorCode}: ${result.message}`)
  return result
}
