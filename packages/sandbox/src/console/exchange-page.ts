import type { Context } from 'hono'
import { html } from 'hono/html'
import { sign } from '../api/signature'
import type { Exchange } from '../http/exchange'
import type { Html } from './components'
import { answerDocument } from './console-document'

/** One call of the API: what was sent, how its signature comes about, a command that sends it again, and the answer. */
export function answerExchange(c: Context, exchange: Exchange, secretKey: string | undefined) {
  const { id, method, url, status } = exchange
  return answerDocument(
    c,
    html`<h2>Call ${id}: ${method} ${new URL(url).pathname}</h2>
    <p><a href="/#requests">All calls</a></p>
    ${section('sent', 'What was sent', html`${block(sentText(exchange))}${exchange.isMasked ? MASKED : ''}`)}
    ${secretKey === undefined ? section('signature', 'Signature', html`<p class="empty">Nobody has the API key “${exchange.apiKey}”.</p>`) : signature(exchange, secretKey)}
    ${section('answer', `The answer: ${status === 0 ? 'none' : status}`, html`${block(pretty(exchange.answer) || '–')}`)}`,
  )
}

const MASKED = html`<p class="empty">CVC, passwords, and the number of a card that no documentation knows are never kept:
  this body is not, byte for byte, the one that was sent.</p>`

/** Text that may be wider than the page, and is scrolled with the keyboard too. */
const block = (text: string): Html => html`<pre tabindex="0">${text}</pre>`

const section = (id: string, title: string, content: Html): Html =>
  html`<section id="${id}"><h2>${title}</h2>${content}</section>`

const sentText = ({ method, url, headers, body }: Exchange): string =>
  [
    `${method} ${url}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    pretty(body),
  ]
    .join('\n')
    .trimEnd()

/** The portal's steps (developer.craftgate.io/api, İmza Hesaplama). */
function signature(exchange: Exchange, secretKey: string): Html {
  const { url, apiKey, randomKey, body, isSigned } = exchange
  const steps = [decoded(url), apiKey, secretKey, randomKey, body]
  const names = ['the URL, decoded', 'the API key', 'the secret key', 'the random key', 'the body']
  const expected = signatureOf(exchange, secretKey)
  const verdict = isSigned ? 'It was right.' : 'It was wrong: “Signature is not equal!”'
  return html`${section(
    'signature',
    'Signature',
    html`<ol class="steps">${names.map((name, at) => html`<li>${name}: <code class="value">${steps[at] || '(nothing)'}</code></li>`)}</ol>
    <p>One behind the other: SHA-256, then Base64: <code class="value">${expected}</code></p>
    <p>x-signature was <code class="value">${exchange.signature || '(nothing)'}</code>. ${verdict}</p>`,
  )}${section('again', 'Send it again', html`${block(curl(exchange, expected))}<p>${copyButton(curl(exchange, expected))}</p>`)}`
}

const copyButton = (text: string): Html =>
  html`<button type="button" class="copy" data-copy="${text}" aria-label="Copy as curl">copy</button>`

const signatureOf = ({ url, apiKey, randomKey, body }: Exchange, secretKey: string): string => {
  try {
    return sign({ url, apiKey, secretKey, randomKey, body: Buffer.from(body) })
  } catch {
    return '(the URL cannot be decoded)'
  }
}

function decoded(url: string): string {
  try {
    return decodeURIComponent(url)
  } catch {
    return url
  }
}

/** Signed anew for the body as it is shown, so that the emulator takes it. */
function curl({ method, url, apiKey, randomKey, headers, body }: Exchange, signed: string): string {
  const sent = { ...headers, 'x-api-key': apiKey, 'x-rnd-key': randomKey, 'x-signature': signed }
  const lines = Object.entries(sent).map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`)
  const data = body === '' ? [] : [`-H 'content-type: application/json'`, `--data-raw ${quoted(body)}`]
  return [`curl -X ${method} ${quoted(url)}`, ...lines, ...data].join(' \\\n  ')
}

/** For a POSIX shell. */
const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}
