import { parse } from 'node-html-parser'

/** What a page of the panel sends with its button. */
export function hiddenFields(page: string): Readonly<Record<string, string>> {
  const inputs = parse(page).querySelectorAll('main form[method=post] input[type=hidden]')
  const fields = inputs.map(({ attributes }) => [attributes.name ?? '', attributes.value ?? ''] as const)
  return Object.fromEntries(fields)
}

/** A merchant's browser in the panel: it follows a link of the admin's, and keeps its cookie. */
export class PanelBrowser {
  private cookie = ''

  constructor(private readonly panelUrl: () => string) {}

  /** Opens a one-time link and presses its button. Throws when it lets nobody in. */
  async enter(link: string): Promise<void> {
    const answer = await this.send(link, 'POST')
    if (answer.status !== 303) throw new Error(`The panel let nobody in: ${answer.status}`)
    this.cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }

  async text(path: string): Promise<string> {
    const answer = await this.send(this.panelUrl() + path, 'GET')
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
    return answer.text()
  }

  /** Presses a button, with the fields of its form; answers where it leads. */
  async post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await this.send(this.panelUrl() + path, 'POST', new URLSearchParams(fields))
    return answer.headers.get('location') ?? `${answer.status}`
  }

  /** Presses a button, with the fields of its form; the page that answers it. */
  async answer(path: string, fields: Readonly<Record<string, string>> = {}): Promise<string> {
    const answer = await this.send(this.panelUrl() + path, 'POST', new URLSearchParams(fields))
    return answer.text()
  }

  /** Types this into the search of the payments; answers the list that it leads to. */
  async find(q: string): Promise<{ url: string; text: string }> {
    const url = await this.post('/find', { q })
    return { url, text: await this.text(url.replace(new URL(this.panelUrl()).pathname, '')) }
  }

  /** Decides a fraud review on its page; answers why it was not decided so. */
  async decideReview(reference: string, decision: 'approve' | 'reject'): Promise<{ refused?: string }> {
    const answer = await this.send(`${this.panelUrl()}/fraud/reviews/${reference}/${decision}`, 'POST')
    if (answer.status === 303) return {}
    const [, refused = `answered ${answer.status}`] = /role="status">([^<]+)</.exec(await answer.text()) ?? []
    return { refused }
  }

  /** The hidden fields of a page's own form. */
  async form(path: string): Promise<Readonly<Record<string, string>>> {
    return hiddenFields(await this.text(path))
  }

  private send(url: string, method: string, body?: URLSearchParams): Promise<Response> {
    const { origin } = new URL(this.panelUrl())
    const headers = { 'accept-language': 'tr', cookie: this.cookie, origin }
    return fetch(url, { method, headers, body, redirect: 'manual' })
  }
}
