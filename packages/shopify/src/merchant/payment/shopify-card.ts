import { describeErrorGroup, sentenceIn } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import type { SessionRow } from '../../database'
import { badge, type Html, moment } from '../page/marks'
import { sessionPrice } from '../page/price-text'
import { facts } from '../page/tables'
import type { ShopVisit } from '../page/visit'
import { PAYMENT_TONES } from '../payments/payment-state'
import { troubleWords } from '../payments/trouble-words'
import { decisionWords } from './decision-words'
import type { PaymentView } from './payment-view'

/** What Shopify asked for, and what it knows by now. */
export function shopifyCard({ words, lang }: ShopVisit, { session, state }: PaymentView): Html {
  const { payment, states } = words
  const { phase, trouble, nextTryAt, group, told } = session
  return html`<section class="card" aria-labelledby="shopify"><h2 id="shopify">${payment.shopify}</h2>
    ${facts([
      [payment.state, badge(states[state], PAYMENT_TONES[state])],
      [payment.amount, sessionPrice(session, lang)],
      [payment.phase, phase === null ? undefined : payment.phases[phase]],
      [payment.told, told === 'accepted' ? decisionWords(session, words) : payment.nothingTold],
      [payment.trouble, trouble === null ? undefined : troubleWords(trouble, words)],
      [payment.nextTry, nextTryAt === null ? undefined : moment(nextTryAt, lang)],
      [payment.decline, declineWords(session, lang)],
      [payment.id, html`<code>${session.id}</code>`],
      [payment.gid, html`<code>${session.gid}</code>`],
      [payment.group, group === null ? undefined : html`<code>${group}</code>`],
    ])}</section>`
}

/** Craftgate's group in words, with the group, which its support understands. */
const declineWords = ({ decline }: SessionRow, lang: string): string | undefined =>
  decline === null ? undefined : `${sentenceIn(lang, describeErrorGroup(decline).merchant)} (${decline})`
