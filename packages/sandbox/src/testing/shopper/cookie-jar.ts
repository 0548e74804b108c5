/** Cookies per origin, the way a test needs them: last value wins, `Max-Age=0` forgets; paths and dates are not kept. */
export class CookieJar {
  private readonly origins = new Map<string, Map<string, string>>()

  /** Remembers the Set-Cookie headers of an answer. */
  keep(url: string, headers: Headers): void {
    const cookies = this.cookiesOf(url)
    for (const line of headers.getSetCookie()) {
      const [pair = '', ...attributes] = line.split(';')
      const at = pair.indexOf('=')
      if (at < 1) continue
      const name = pair.slice(0, at).trim()
      if (attributes.some((attribute) => /^\s*max-age=(0|-\d+)\s*$/i.test(attribute))) cookies.delete(name)
      else cookies.set(name, pair.slice(at + 1).trim())
    }
  }

  /** The Cookie header for a request, or nothing. */
  header(url: string): string | undefined {
    const pairs = [...this.cookiesOf(url)].map(([name, value]) => `${name}=${value}`)
    return pairs.length === 0 ? undefined : pairs.join('; ')
  }

  private cookiesOf(url: string): Map<string, string> {
    const { origin } = new URL(url)
    const known = this.origins.get(origin) ?? new Map<string, string>()
    this.origins.set(origin, known)
    return known
  }
}
