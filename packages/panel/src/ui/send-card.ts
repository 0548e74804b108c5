import { qrCode } from '@craftgate-commerce/core/adapter'
import { html, raw } from 'hono/html'
import type { PanelRequest } from '../http/panel-request'
import { outerLink } from './components'
import type { Html } from './html'

interface SendCard {
  readonly url: string
  /** Of an e-mail. */
  readonly subject: string
  /** Whole message, with the address in it. */
  readonly message: string
  readonly help?: string
}

/** An address that is sent to a shopper: to be copied, as a message, and as a QR code. */
export function sendCard({ words }: PanelRequest, { url, subject, message, help }: SendCard): Html {
  const { send } = words
  const mail = `mailto:?${new URLSearchParams({ subject, body: message }).toString().replaceAll('+', '%20')}`
  return html`<section class="card" aria-labelledby="send"><h2 id="send">${send.title}</h2>
    <div class="field"><label for="address">${send.address}</label><input id="address" type="text" readonly value="${url}"></div>
    ${help === undefined ? '' : html`<p class="help">${help}</p>`}
    <div class="row">${outerLink(`https://wa.me/?${new URLSearchParams({ text: message })}`, send.whatsApp, words)}<a href="${mail}">${send.mail}</a></div>
    <figure class="qr"><figcaption class="soft">${send.qr}</figcaption>${raw(qrCode(url))}</figure></section>`
}
