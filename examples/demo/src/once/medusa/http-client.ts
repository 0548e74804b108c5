/** A client of Medusa's HTTP API, without a word of its own. */
export class HttpClient {
  constructor(
    private readonly url: string,
    private readonly headers: Readonly<Record<string, string>> = {},
  ) {}

  /** @throws Refusal with the API's own words. `T` is the shape that Medusa documents for the path. */
  get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path)
  }

  /** @throws Refusal with the API's own words. `T` is the shape that Medusa documents for the path. */
  post<T>(path: string, body: object): Promise<T> {
    return this.ask<T>('POST', path, body)
  }

  private async ask<T>(method: string, path: string, body?: object): Promise<T> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json', ...this.headers },
      body: body && JSON.stringify(body),
    })
    const answer = (await response.json().catch(() => ({}))) as T & { readonly message?: string }
    if (response.ok) return answer
    throw new Refusal(answer.message ?? `${path} answered ${response.status}`, response.status)
  }
}

/** The shop said no. */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    message: string,
    /** HTTP status. */
    readonly status: number,
  ) {
    super(message)
  }
}
