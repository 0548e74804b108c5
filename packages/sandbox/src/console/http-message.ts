import { html } from 'hono/html'
import type { Html } from './components'

/** A part of a page about one message. */
export const section = (id: string, title: string, content: Html): Html =>
  html`<section id="${id}"><h2>${title}</h2>${content}</section>`

/** Text that may be wider than the page, and is scrolled with the keyboard too. */
export const block = (text: string): Html => html`<pre tabindex="0">${text}</pre>`

/** What a signature is made of, in its order. */
export const signedParts = (parts: readonly (readonly [name: string, value: string])[]): Html =>
  html`<ol class="steps">${parts.map(([name, value]) => html`<li>${name}: <code class="value">${value || '(nothing)'}</code></li>`)}</ol>`

/** First line, headers and body, as they travel. */
export const messageText = (first: string, headers: Readonly<Record<string, string>>, body: string): string =>
  [first, ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`), '', pretty(body)]
    .join('\n')
    .trimEnd()

interface Request {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

/** A command that sends a request again, with a button that copies it. */
export function curlSection({ method, url, headers, body }: Request): Html {
  const lines = Object.entries(headers).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`)
  const data = body === '' ? [] : [`-H 'content-type: application/json'`, `--data-raw ${quoted(body)}`]
  const command = [`curl -X ${method} ${quoted(url)}`, ...lines, ...data].join(' \\\n  ')
  return section(
    'again',
    'Send it again',
    html`${block(command)}<p><button type="button" class="copy" data-copy="${command}" aria-label="Copy as curl">copy</button></p>`,
  )
}

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

export function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
