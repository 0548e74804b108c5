import { html } from 'hono/html'
import { copyable, type Html } from './components'
import type { ConsoleData, MerchantKeys } from './console-data'

/** Where to point a client, and with which keys. They open nothing but this emulator. */
export function keys({ url, merchants }: ConsoleData): Html {
  return html`<section id="keys" class="card"><h2>Keys</h2>
    <dl class="keys"><dt>Base URL</dt><dd>${copyable(url)}</dd></dl>
    ${merchants.map(merchant)}
    ${merchants.slice(0, 1).map((first) => clientLine(first, url))}
  </section>`
}

const merchant = (keys: MerchantKeys): Html => html`<h3>${keys.name}</h3>
  <dl class="keys">
    <dt>apiKey</dt><dd>${copyable(keys.apiKey)}</dd>
    <dt>secretKey</dt><dd>${copyable(keys.secretKey)}</dd>
    <dt>callback key</dt><dd>${copyable(keys.callbackKey)}</dd>
    <dt>webhook key</dt><dd>${copyable(keys.webhookKey)}</dd>
    <dt>webhooks to</dt><dd>${keys.webhookUrl === undefined ? html`<em>nowhere yet</em>` : copyable(keys.webhookUrl)}</dd>
  </dl>`

/** What a developer pastes first. */
function clientLine({ apiKey, secretKey }: MerchantKeys, url: string): Html {
  const lines = [
    "import Craftgate from '@craftgate/craftgate'",
    '',
    'const craftgate = new Craftgate.Client({',
    `  baseUrl: '${url}',`,
    `  apiKey: '${apiKey}',`,
    `  secretKey: '${secretKey}',`,
    '})',
  ].join('\n')
  return html`<h3>In your code <button type="button" class="copy" data-copy="${lines}">copy</button></h3>
    <pre>${lines}</pre>
    <p class="empty">The same switches over HTTP: <code>POST ${url}/_control/…</code></p>`
}
