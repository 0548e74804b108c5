/** Walks like a browser without JavaScript: cookies, forms, and redirects one at a time. */
export class Browser {
  private readonly cookies = new Map<string, string>()

  constructor(private readonly origin: string) {}

  get(path: string, headers: Record<string, string> = {}): Promise<Page> {
    return this.send(path, { headers })
  }

  post(
    path: string,
    fields: Record<string, string> = {},
    headers: Record<string, string> = {},
  ): Promise<Page> {
    return this.send(path, { method: 'POST', body: new URLSearchParams(fields), headers })
  }

  private async send(path: string, init: RequestInit & { headers: Record<string, string> }): Promise<Page> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { ...init.headers, cookie }
    const answer = await fetch(new URL(path, this.origin), { ...init, headers, redirect: 'manual' })
    for (const set of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (set.split(';')[0] ?? '').split('=')
      this.cookies.set(name, value)
    }
    return {
      status: answer.status,
      text: await answer.text(),
      location: answer.headers.get('location') ?? '',
      headers: answer.headers,
    }
  }
}

export interface Page {
  readonly status: number
  readonly text: string
  readonly location: string
  readonly headers: Headers
}

/** Value of the field of this name. */
export const fieldOf = ({ text }: Page, name: string): string =>
  new RegExp(`name="${name}"[^>]* value="([^"]*)"`).exec(text)?.[1] ?? ''
