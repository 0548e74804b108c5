interface GraphqlAnswer {
  readonly data?: Readonly<Record<string, unknown>> | null
  readonly errors?: readonly { readonly message: string }[]
}

/** A GraphQL client that keeps Vendure's bearer token, as a storefront and an admin page do. */
export class GraphqlClient {
  private token: string | undefined

  constructor(
    private readonly url: () => string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** What a browser sends with this session, and without one. */
  browserHeaders(): Record<'own' | 'anybody', Readonly<Record<string, string>>> {
    const session: Record<string, string> = this.token ? { authorization: `Bearer ${this.token}` } : {}
    return { own: { ...session, ...this.headers }, anybody: this.headers }
  }

  /** The answer's data, typed by the caller who wrote the query. Throws with GraphQL's messages. */
  async ask<T>(query: string, variables: Readonly<Record<string, unknown>> = {}): Promise<T> {
    const response = await fetch(this.url(), {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(this.token ? { authorization: `Bearer ${this.token}` } : {}),
        ...this.headers,
      },
      body: JSON.stringify({ query, variables }),
    })
    this.token = response.headers.get('vendure-auth-token') ?? this.token
    const answer = (await response.json()) as GraphqlAnswer
    if (answer.errors?.length || !answer.data) {
      throw new Error(answer.errors?.map(({ message }) => message).join('; ') ?? `HTTP ${response.status}`)
    }
    return answer.data as T
  }
}
