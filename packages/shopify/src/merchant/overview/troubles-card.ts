import { html } from 'hono/html'
import type { SessionRow } from '../../database'
import { badge, type Html, moment } from '../page/marks'
import { sessionPrice } from '../page/price-text'
import type { ShopVisit } from '../page/visit'
import { listPath, paymentPath } from '../payments/payment-query'
import { troubleWords } from '../payments/trouble-words'

/** What a person has to look at, on top of the overview; nothing when all is well. */
export function troublesCard(visit: ShopVisit, sessions: readonly SessionRow[]): Html | '' {
  if (sessions.length === 0) return ''
  const { title, lead, more } = visit.words.troubles
  return html`<section class="card alarm" aria-labelledby="troubles"><h2 id="troubles">${title}</h2><p>${lead}</p>
    <ul class="list">${sessions.map((session) => trouble(visit, session))}</ul>
    <p><a href="${listPath({ state: 'trouble' })}">${more}</a></p></section>`
}

function trouble({ words, lang }: ShopVisit, session: SessionRow): Html {
  const { id, kind, paymentSessionId, told } = session
  const what = told === 'stalled' || told === 'refused' ? told : 'retrying'
  return html`<li>${badge(words.kinds[kind], what === 'retrying' ? 'warn' : 'bad')}
    <a href="${paymentPath(paymentSessionId ?? id)}"><code>${id}</code></a> ${sessionPrice(session, lang)}, ${moment(session.changedAt, lang)}:
    ${words.troubles[what]} ${session.trouble === null ? '' : troubleWords(session.trouble, words)}</li>`
}
