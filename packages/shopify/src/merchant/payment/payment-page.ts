import { html } from 'hono/html'
import { modeBadge, notice, postButton } from '../page/marks'
import { answerPage } from '../page/shell'
import type { Answer, ShopVisit } from '../page/visit'
import { paymentPath } from '../payments/payment-query'
import { attemptsCard } from './attempts-card'
import { callsCard } from './calls-card'
import { craftgateCard } from './craftgate-card'
import { moneyCard } from './money-card'
import type { PaymentView } from './payment-view'
import { shopifyCard } from './shopify-card'
import { timelineCard } from './timeline-card'

/** GET /payments/:id */
export function paymentPage(visit: ShopVisit, view: PaymentView): Answer {
  const { words, shop } = visit
  const { id, mode } = view.session
  return answerPage(visit, {
    title: words.payment.title(id),
    shop,
    section: 'payments',
    body: html`<div class="head"><p><a href="/payments">← ${words.payment.back}</a></p>
        <div class="row">${modeBadge(mode, words)}${postButton(`${paymentPath(id)}/ask`, words.payment.ask, 'primary')}</div></div>
      ${view.craftgate.kind === 'not-asked' ? notice(words.payment.notAsked, 'warn') : ''}
      <div class="columns">${shopifyCard(visit, view)}${craftgateCard(visit, view)}</div>
      ${attemptsCard(visit, view)}${moneyCard(visit, view)}${callsCard(visit, view)}${timelineCard(visit, view)}`,
  })
}
