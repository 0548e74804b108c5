/** A page that the browser stands on. */
export interface Page {
  readonly url: string
  readonly status: number
  readonly html: string
}

const MOST_REDIRECTS = 10

/** A browser without a window: it keeps cookies for each origin and follows redirects. */
export class Browser {
  private readonly cookies = new Map<string, Map<string, string>>()

  get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Page> {
    return this.go(url, { method: 'GET', headers })
  }

  /** Submits a form as the page at its own origin would. */
  post(
    url: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Page> {
    const { origin } = new URL(url)
    const body = new URLSearchParams(fields)
    return this.go(url, { method: 'POST', body, headers: { origin, ...headers } })
  }

  private async go(url: string, init: RequestInit, redirects = 0): Promise<Page> {
    const { origin } = new URL(url)
    const headers = { ...init.headers, cookie: this.cookiesOf(origin) }
    const response = await fetch(url, { ...init, headers, redirect: 'manual' })
    this.keep(origin, response.headers.getSetCookie())
    const location = response.headers.get('location')
    if (location === null || redirects === MOST_REDIRECTS)
      return { url, status: response.status, html: await response.text() }
    await response.body?.cancel()
    return this.go(new URL(location, url).href, { method: 'GET', headers: {} }, redirects + 1)
  }

  private cookiesOf(origin: string): string {
    return [...(this.cookies.get(origin) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  private keep(origin: string, set: readonly string[]): void {
    const jar = this.cookies.get(origin) ?? new Map<string, string>()
    for (const cookie of set) {
      const [pair = ''] = cookie.split(';')
      const [name = '', ...value] = pair.split('=')
      jar.set(name.trim(), value.join('='))
    }
    this.cookies.set(origin, jar)
  }
}
