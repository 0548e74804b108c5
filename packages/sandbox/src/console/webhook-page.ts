import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Delivery, WebhookEvent } from '../engine/webhooks/event'
import { signWebhook, webhookBody, webhookHeaders } from '../engine/webhooks/post-event'
import { actionButton, type Html, isoOf, moment, tag } from './components'
import { answerDocument } from './console-document'
import { block, curlSection, messageText, section, signedParts } from './http-message'

/** An event, and what it is posted with. */
export interface PostedWebhook {
  readonly event: WebhookEvent
  /** The key that signs it. */
  readonly webhookKey: string
  /** Where it goes; absent while the merchant has no address for webhooks. */
  readonly url?: string
}

/** One event: what is posted, how its signature comes about, every try to deliver it, and the ways to send it again. */
export function answerWebhook(c: Context, { event, webhookKey, url }: PostedWebhook) {
  const { eventType, payloadId, id } = event
  const body = webhookBody(event)
  const headers = webhookHeaders(event, webhookKey)
  const { 'content-type': _type, ...signed } = headers
  return answerDocument(
    c,
    html`<h2>Webhook ${eventType}: ${payloadId}</h2>
    <p><a href="/#webhooks">All webhooks</a></p>
    ${section('sent', 'What is posted', block(messageText(`POST ${url ?? '(no address)'}`, headers, body)))}
    ${section('signature', 'Signature', event.tokenOnlyUrl ? UNSIGNED : signature(event, webhookKey))}
    ${section('tries', `Tries: ${event.deliveries.length}`, html`${tries(event)}<p class="row">${actionButton('Send again', { do: 'resend', id })}</p>`)}
    ${url === undefined ? '' : curlSection({ method: 'POST', url, headers: signed, body })}`,
  )
}

const UNSIGNED = html`<p class="empty">What merchantWebhookUrl asks for is the bare token, without a signature.</p>`

/** webhook/transaction-webhook: four fields with nothing between them; the payload is not signed. */
function signature(event: WebhookEvent, webhookKey: string): Html {
  const { eventType, eventTimestamp, status, payloadId } = event
  return html`${signedParts([
    ['eventType', eventType],
    ['eventTimestamp', String(eventTimestamp)],
    ['status', status],
    ['payloadId', payloadId],
  ])}
  <p>One behind the other: HMAC-SHA256 with the key <code class="value">${webhookKey}</code>, then Base64, as x-cg-signature-v1: <code class="value">${signWebhook(webhookKey, event)}</code></p>
  <p class="empty">The payload is not signed: what it says has to be asked of the API.</p>`
}

function tries({ state, dueAt, deliveries }: WebhookEvent): Html {
  const next =
    state === 'pending' ? html`<li>${moment(isoOf(dueAt))} · ${tag('pending')} the next try</li>` : ''
  if (deliveries.length === 0 && next === '') return html`<p>${tag(state)}</p>`
  return html`<ol class="timeline">${deliveries.map(tryOf)}${next}</ol><p>${tag(state)}</p>`
}

const tryOf = ({ at, url, status, error, ms }: Delivery): Html =>
  html`<li>${moment(isoOf(at))} · ${status ?? error ?? 'no answer'} · ${ms} ms · <code class="value">${url}</code></li>`
