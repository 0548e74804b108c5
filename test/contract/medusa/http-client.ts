/** JSON over HTTP with fixed headers; the answer's body, typed by the caller who knows the route. */
export class HttpClient {
  constructor(
    private readonly url: () => string,
    private readonly headers: () => Readonly<Record<string, string>>,
  ) {}

  get<T>(path: string): Promise<T> {
    return this.ask<T>('GET', path)
  }

  post<T>(path: string, body: unknown = {}): Promise<T> {
    return this.ask<T>('POST', path, body)
  }

  delete<T>(path: string): Promise<T> {
    return this.ask<T>('DELETE', path)
  }

  private async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const response = await fetch(this.url() + path, {
      method,
      headers: { 'content-type': 'application/json', ...this.headers() },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const answer = (await response.json().catch(() => ({}))) as T & { message?: string }
    if (!response.ok) throw new HttpRefusal(response.status, answer.message ?? `HTTP ${response.status}`)
    return answer
  }
}

/** What the server answered instead of doing it. */
export class HttpRefusal extends Error {
  override readonly name = 'HttpRefusal'

  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}
