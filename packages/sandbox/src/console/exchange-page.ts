import type { Context } from 'hono'
import { html } from 'hono/html'
import { sign } from '../api/signature'
import type { Exchange } from '../http/exchange'
import type { Html } from './components'
import { answerDocument } from './console-document'
import { block, curlSection, messageText, pretty, section, signedParts } from './http-message'

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

const sentText = ({ method, url, headers, body }: Exchange): string =>
  messageText(`${method} ${url}`, headers, body)

/** The portal's steps (developer.craftgate.io/api, İmza Hesaplama). */
function signature(exchange: Exchange, secretKey: string): Html {
  const { url, apiKey, randomKey, body, isSigned } = exchange
  const expected = signatureOf(exchange, secretKey)
  const verdict = isSigned ? 'It was right.' : 'It was wrong: “Signature is not equal!”'
  return html`${section(
    'signature',
    'Signature',
    html`${signedParts([
      ['the URL, decoded', decoded(url)],
      ['the API key', apiKey],
      ['the secret key', secretKey],
      ['the random key', randomKey],
      ['the body', body],
    ])}
    <p>One behind the other: SHA-256, then Base64: <code class="value">${expected}</code></p>
    <p>x-signature was <code class="value">${exchange.signature || '(nothing)'}</code>. ${verdict}</p>`,
  )}${curlSection(signedAnew(exchange, expected))}`
}

/** Signed for the body as it is shown, so that the emulator takes it. */
const signedAnew = ({ method, url, apiKey, randomKey, headers, body }: Exchange, signed: string) => ({
  ...{ method, url, body },
  headers: { ...headers, 'x-api-key': apiKey, 'x-rnd-key': randomKey, 'x-signature': signed },
})

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
