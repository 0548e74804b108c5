import { badge, type Html } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { SessionRow } from '../../database'
import type { AuthenticatedRequest } from '../http/merchant-request'
import { errorLabel } from '../i18n'
import { PANEL_PATH } from '../panel/panel-site'
import { paymentPath } from '../payments/detail/payment-path'
import { moment } from '../ui/moment'
import { sessionPrice } from '../ui/session-price'

/** What a person has to look at, on top of the overview; nothing when all is well. */
export function issuesCard(request: AuthenticatedRequest, sessions: readonly SessionRow[]): Html | '' {
  if (sessions.length === 0) return ''
  const { title, lead, more } = request.messages.issues
  return html`<section class="card alarm" aria-labelledby="issues"><h2 id="issues">${title}</h2><p>${lead}</p>
    <ul class="list">${sessions.map((session) => issue(request, session))}</ul>
    <p><a href="${PANEL_PATH}/attention">${more}</a></p></section>`
}

function issue({ messages, lang }: AuthenticatedRequest, session: SessionRow): Html {
  const { id, kind, paymentSessionId, syncStatus } = session
  const what = syncStatus === 'exhausted' || syncStatus === 'rejected' ? syncStatus : 'retrying'
  return html`<li>${badge(messages.kinds[kind], what === 'retrying' ? 'warn' : 'bad')}
    <a href="${paymentPath(paymentSessionId ?? id)}"><code>${id}</code></a> ${sessionPrice(session, lang)}, ${moment(session.changedAt, lang)}:
    ${messages.issues[what]} ${session.lastError === null ? '' : errorLabel(session.lastError, messages)}</li>`
}
