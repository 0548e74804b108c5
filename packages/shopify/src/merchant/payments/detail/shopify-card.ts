import { sentenceIn } from '@craftgate-commerce/core/adapter'
import { describeErrorGroup } from '@craftgate-commerce/core/client'
import { facts, type Html } from '@craftgate-commerce/panel/ui'
import { html } from 'hono/html'
import type { SessionRow } from '../../../database'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import { errorLabel } from '../../i18n'
import { moment } from '../../ui/moment'
import { sessionPrice } from '../../ui/session-price'
import { resolutionLabel } from './labels'

/** What Shopify asked for, and what it knows by now. */
export function shopifyCard({ messages, lang }: AuthenticatedRequest, session: SessionRow): Html {
  const { payment } = messages
  const { phase, lastError, nextAttemptAt, group, syncStatus } = session
  return html`<section class="card" aria-labelledby="shopify"><h2 id="shopify">${payment.shopify}</h2>
    ${facts([
      [payment.amount, sessionPrice(session, lang)],
      [payment.phase, phase === null ? undefined : payment.phases[phase]],
      [payment.syncStatus, syncStatus === 'synced' ? resolutionLabel(session, messages) : payment.notSynced],
      [payment.lastError, lastError === null ? undefined : errorLabel(lastError, messages)],
      [payment.nextAttempt, nextAttemptAt === null ? undefined : moment(nextAttemptAt, lang)],
      [payment.decline, declineLabel(session, lang)],
      [payment.id, html`<code>${session.id}</code>`],
      [payment.gid, html`<code>${session.gid}</code>`],
      [payment.group, group === null ? undefined : html`<code>${group}</code>`],
    ])}</section>`
}

/** Craftgate's group in words, with the group, which its support understands. */
const declineLabel = ({ decline }: SessionRow, lang: string): string | undefined =>
  decline === null ? undefined : `${sentenceIn(lang, describeErrorGroup(decline).merchant)} (${decline})`
