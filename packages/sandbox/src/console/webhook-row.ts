import { html } from 'hono/html'
import { actionButton, type Html, moment, tag } from './marks'
import type { DeliveryLine, WebhookLine } from './sources'

/** One event with every try to deliver it, and the button that sends it again. */
export function webhookRow(line: WebhookLine, now: string): Html {
  return html`<tr>
    <td>${moment(line.at)}</td><td>${line.eventType}</td><td>${tag(line.status)}</td><td><code>${line.payloadId}</code></td>
    <td>${tag(line.state)}${line.dueAt === undefined ? '' : html`<br><small>next try ${dueIn(line.dueAt, now)}</small>`}</td>
    <td class="tries">${line.deliveries.length === 0 ? '–' : html`<ol>${line.deliveries.map(delivery)}</ol>`}</td>
    <td>${actionButton('Send again', { do: 'resend', id: line.id })}</td>
  </tr>`
}

const delivery = ({ at, url, status, error, ms }: DeliveryLine): Html =>
  html`<li title="${url}">${moment(at)} · ${status ?? error ?? 'no answer'} · ${ms} ms</li>`

function dueIn(due: string, now: string): string {
  const seconds = Math.max(0, Math.round((Date.parse(due) - Date.parse(now)) / 1000))
  return seconds < 120 ? `in ${seconds} s` : `in ${Math.round(seconds / 60)} min`
}
