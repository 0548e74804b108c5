import { html } from 'hono/html'
import { may, pathTo, type UserRequest } from '../http/panel-request'
import { postButton } from '../ui/components'
import type { Html } from '../ui/html'
import { setupWords } from './words'

/** Whether anybody is told of what needs attention, and a way to try it. */
export function alertCard(request: UserRequest): Html {
  const { commerce, user, lang } = request
  const words = setupWords[lang].alerts
  const channels = [...new Set(user.merchants.flatMap((merchant) => commerce.alerts.channels(merchant)))]
  const button =
    channels.length > 0 && may(request, 'configure')
      ? postButton(pathTo(request, '/setup/alerts/test'), words.test, 'secondary')
      : ''
  return html`<section class="card" aria-labelledby="alerts"><h2 id="alerts">${words.title}</h2>
    <p>${channels.length === 0 ? words.off : words.on(channels)}</p>${button}</section>`
}
