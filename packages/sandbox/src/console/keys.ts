import { html } from 'hono/html'
import { copyable, type Html } from './marks'
import type { ConsoleData, MerchantKeys } from './sources'

/** Where to point a client, and with which keys. They open nothing but this emulator. */
export function keys({ url, merchants }: ConsoleData): Html {
  return html`<section id="keys" class="card"><h2>Keys</h2>
    <dl class="keys"><dt>Base URL</dt><dd>${copyable(url)}</dd></dl>
    ${merchants.map(merchant)}
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
