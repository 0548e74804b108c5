import { type HTMLElement, parse } from 'node-html-parser'
import { createPanel, type Panel, panelLink } from '../index'
import type { PanelUser } from '../panel-host'
import { AYSE, type MemoryHost, PANEL_URL } from './memory-host'

const { origin } = new URL(PANEL_URL)

/** A merchant's browser in the panel of a shop in memory. It reads English. */
export class Merchant {
  private readonly panel: Panel
  private cookie = ''

  constructor(private readonly host: MemoryHost) {
    this.panel = createPanel(host)
  }

  /** Follows a link of the admin's. */
  async enter(user: PanelUser = AYSE): Promise<void> {
    const answer = await this.fetch(await panelLink(this.host, user), { method: 'POST' })
    this.cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
  }

  ask(path: string): Promise<Response> {
    return this.fetch(PANEL_URL + path, {})
  }

  async page(path: string): Promise<HTMLElement> {
    return parse(await (await this.ask(path)).text())
  }

  /** Sends a form. */
  post(path: string, fields: Readonly<Record<string, string>> = {}): Promise<Response> {
    return this.send(path, new URLSearchParams(fields))
  }

  /** Sends a form whose names may repeat. */
  send(path: string, body: URLSearchParams): Promise<Response> {
    return this.fetch(PANEL_URL + path, { method: 'POST', body })
  }

  /** The fields of the form that posts to this path, as they are filled. */
  async filled(page: string, action: string): Promise<Record<string, string>> {
    const form = (await this.page(page)).querySelector(
      `form[action="${new URL(PANEL_URL).pathname}${action}"]`,
    )
    const inputs = form?.querySelectorAll('input, option[selected]') ?? []
    return Object.fromEntries(
      inputs
        .filter((input) => input.getAttribute('type') !== 'checkbox' || input.hasAttribute('checked'))
        .map((input) => [
          input.getAttribute('name') ?? input.parentNode.getAttribute('name') ?? '',
          input.getAttribute('value') ?? 'on',
        ]),
    )
  }

  private fetch(url: string, init: RequestInit): Promise<Response> {
    return this.panel.handle(
      new Request(url, { ...init, headers: { 'accept-language': 'en', cookie: this.cookie, origin } }),
    )
  }
}
