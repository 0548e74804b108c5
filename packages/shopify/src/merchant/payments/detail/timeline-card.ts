import { type Html } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { SessionEventRow } from '../../../database'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { labelFor } from '../../i18n'
import { moment } from '../../ui/moment'
import { eventDetails } from './labels'
import type { PaymentView } from './payment-view'

/** Everything that happened, oldest first. */
export function timelineCard(request: AuthenticatedRequest, { events, transactions }: PaymentView): Html {
  const { timeline } = request.messages
  const kindOf = new Map(transactions.map(({ id, kind }) => [id, request.messages.kinds[kind]]))
  const steps = events.map((event) => step(request, event, kindOf.get(event.sessionId)))
  return html`<section class="card" aria-labelledby="timeline"><h2 id="timeline">${timeline.title}</h2>
    ${events.length === 0 ? html`<p class="empty">${timeline.none}</p>` : html`<ol class="timeline">${steps}</ol>`}</section>`
}

/** `kind` names the refund, capture or void that a note is of. */
function step(
  { messages, lang }: AuthenticatedRequest,
  event: SessionEventRow,
  kind: string | undefined,
): Html {
  const what = labelFor(messages.timeline.what, event.what)
  const details = eventDetails(event.facts, messages, lang)
  return html`<li>${moment(event.at, lang)}<span><strong>${kind === undefined ? what : `${kind}: ${what}`}</strong></span>
    ${details.length === 0 ? '' : html`<span class="soft">${details.join(' · ')}</span>`}</li>`
}
