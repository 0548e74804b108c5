import { elsewhereNote, notice, postButton, wordsIn } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { SessionRow } from '../../../database'
import { type Answer, type AuthenticatedRequest, audit, wantsJson } from '../../http/merchant-request'
import { readForm, setNoStore } from '../../http/security'
import { moneyElsewhere } from '../../panel/money-elsewhere'
import type { MerchantQueries } from '../../queries/merchant-queries'
import { paymentPath } from '../../queries/payment-query'
import { modeBadge } from '../../ui/mode-badge'
import { missingPage } from '../../ui/notice-page'
import { answerPage } from '../../ui/shell'
import { loanButton } from './approve-loan'
import { attemptsCard } from './attempts-card'
import { craftgateCard } from './craftgate-card'
import { reviewCard } from './decide-review'
import { operationsCard } from './operations-card'
import { ownPayment } from './own-payment'
import { paymentJson } from './payment-json'
import { type PaymentView, paymentView } from './payment-view'
import { shopifyCard } from './shopify-card'
import { timelineCard } from './timeline-card'
import { transactionsCard } from './transactions-card'
import { unexpectedLinks } from './unexpected-link'

/** GET /payments/:id */
function paymentPage(request: AuthenticatedRequest, view: PaymentView): Answer {
  const { messages, lang, shop } = request
  const { id, mode } = view.session
  return answerPage(request, {
    title: messages.payment.title(id),
    shop,
    section: 'payments',
    body: html`<div class="head"><p><a href="/payments">← ${messages.payment.back}</a></p>
        <div class="row">${modeBadge(mode, messages)}${postButton(`${paymentPath(id)}/retry`, messages.payment.retry, 'primary')}${loanButton(request, view)}${unexpectedLinks(request, view)}</div></div>
      ${view.craftgate.kind === 'not-asked' ? notice(messages.payment.notAsked, 'warn') : ''}
      ${reviewCard(request, view)}
      ${elsewhereNote({ lang, words: wordsIn(lang) }, moneyElsewhere(request))}
      <div class="columns">${shopifyCard(request, view)}${craftgateCard(request, view)}</div>
      ${attemptsCard(request, view)}${transactionsCard(request, view)}${operationsCard(request, view)}${timelineCard(request, view)}`,
  })
}

/** GET /payments/:id, as a page or as JSON. */
export async function showPayment(
  request: AuthenticatedRequest,
  queries: MerchantQueries,
): Promise<Response> {
  const session = await ownPayment(request)
  if (session === undefined) return missingPage(request)
  const view = await paymentView(request, queries, session)
  if (!wantsJson(request.c)) return paymentPage(request, view)
  setNoStore(request.c)
  return request.c.json(paymentJson(view))
}

/** POST /payments/:id/retry: a new attempt now, of the payment or of the refund, capture or void of it that the form names. */
export async function retryPayment(
  request: AuthenticatedRequest,
  queries: MerchantQueries,
): Promise<Response> {
  const payment = await ownPayment(request)
  const target = payment && (await targetOf(request, queries, payment))
  if (payment === undefined || target === undefined) return missingPage(request)
  await audit(request, 'asked-again', target.id)
  const done = await retry(request, target)
  if (wantsJson(request.c)) return showPayment(request, queries)
  return request.c.redirect(`${paymentPath(payment.id)}?done=${done}`, 303)
}

async function targetOf({ c, shop }: AuthenticatedRequest, queries: MerchantQueries, payment: SessionRow) {
  const named = (await readForm(c)).get('session')
  if (named === null) return payment
  return (await queries.transactionSessions(shop, [payment.id])).find(({ id }) => id === named)
}

/** Whatever goes wrong on the way is said on the page, and tried again as scheduled before. */
async function retry(
  { deps, shop }: AuthenticatedRequest,
  session: SessionRow,
): Promise<'retried' | 'not-retried'> {
  try {
    await deps.retry(session)
    return 'retried'
  } catch (error) {
    const why = error instanceof Error ? error.message : 'unknown'
    deps.context.logger.warn('A retry that a merchant asked for failed', { session: session.id, shop, why })
    return 'not-retried'
  }
}
