import { CookieJar } from './cookie-jar'
import { navigate } from './navigate'

export interface OpenedPage {
  readonly url: string
  /** HTTP status; 0 when nobody answered at that address (a storefront that is not running). */
  readonly status: number
  readonly html: string
}

/** One answer, redirects not followed. */
export interface Answer extends OpenedPage {
  readonly location?: string
}

export interface BrowserOptions {
  /** Sent as X-Forwarded-For. */
  readonly clientIp?: string
  /** Sent as Accept-Language. */
  readonly lang?: 'tr' | 'en' | 'es'
  /** For tests of apps without a server, e.g. Hono's `app.request`. Default: the network. */
  readonly fetch?: (request: Request) => Response | Promise<Response>
}

const maxRedirects = 10

/** Gets, posts forms, follows redirects, keeps cookies per origin. No JavaScript. */
export class HeadlessBrowser {
  private readonly cookies = new CookieJar()

  constructor(private readonly options: BrowserOptions) {}

  /** Opens an address and follows its redirects to the end. Throws when the address itself can't be reached. */
  async open(url: string): Promise<OpenedPage> {
    return this.follow(await this.once(url), () => true)
  }

  /** Posts or gets a form and follows redirects to the end. */
  async submit(url: string, method: string, fields: URLSearchParams): Promise<OpenedPage> {
    return this.follow(await this.send(url, method, fields), () => true)
  }

  /** One request with a form; the answer as it is. */
  send(url: string, method: string, fields: URLSearchParams): Promise<Answer> {
    if (method.toLowerCase() === 'post') return this.once(url, fields)
    const target = new URL(url)
    target.search = fields.toString()
    return this.once(target.href)
  }

  /** Follows Location headers while `wanted` says so; an unreachable hop ends the way with status 0. */
  async follow(first: Answer, wanted: (location: string) => boolean): Promise<Answer> {
    let answer = first
    for (let hop = 0; answer.location !== undefined && wanted(answer.location); hop++) {
      if (hop === maxRedirects)
        throw new Error(`More than ${maxRedirects} redirects, last to ${answer.location}`)
      answer = await this.attempt(answer.location)
    }
    return answer
  }

  private async attempt(url: string): Promise<Answer> {
    try {
      return await this.once(url)
    } catch (error) {
      if (error instanceof TypeError) return { url, status: 0, html: '' }
      throw error
    }
  }

  private async once(url: string, body?: URLSearchParams): Promise<Answer> {
    const request = new Request(url, { headers: this.headers(url), redirect: 'manual', ...posted(body) })
    const response = await (this.options.fetch ?? navigate)(request)
    this.cookies.keep(url, response.headers)
    const location = response.headers.get('location')
    const html = await response.text()
    const answer = { url, status: response.status, html }
    const redirects = response.status >= 300 && response.status < 400 && location !== null
    return redirects ? { ...answer, location: new URL(location, url).href } : answer
  }

  private headers(url: string): Record<string, string> {
    const { clientIp, lang } = this.options
    const cookie = this.cookies.header(url)
    return {
      accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.8',
      ...(lang === undefined ? {} : { 'accept-language': lang }),
      ...(clientIp === undefined ? {} : { 'x-forwarded-for': clientIp }),
      ...(cookie === undefined ? {} : { cookie }),
    }
  }
}

const posted = (body?: URLSearchParams) => (body === undefined ? {} : { method: 'POST', body })
