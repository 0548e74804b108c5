import { randomUUID } from 'node:crypto'
import { type CheckoutRecord, CraftgateError, type SaleShare, toDecimal } from '@craftgate-commerce/core'
import { html } from 'hono/html'
import { pathTo, type UserRequest } from '../http/panel-request'
import type { PanelPaymentDetail } from '../panel-host'
import { badge, moment, notice } from '../ui/components'
import type { Html, Tone } from '../ui/html'
import { missingPage } from '../ui/notice-page'
import { answerPage } from '../ui/shell'
import { table } from '../ui/tables'
import { moneyText } from '../ui/texts'
import { sellerWords } from './words'

export const sharesPath = (request: Pick<UserRequest, 'host'>, reference: string): string =>
  pathTo(request, `/sellers/shares/${encodeURIComponent(reference)}`)

/** A share, and the payment of the attempt that it is of. */
export interface PaidShare extends SaleShare {
  readonly paymentId: number
}

/** Of all payments of an attempt. Throws CraftgateError. */
export async function sharesOf(
  { commerce }: UserRequest,
  { account, paymentIds }: CheckoutRecord,
): Promise<readonly PaidShare[]> {
  const all = await Promise.all(
    paymentIds.map(async (paymentId) =>
      (await commerce.marketplace.shares.of({ account, paymentId })).map((share) => ({
        ...share,
        paymentId,
      })),
    ),
  )
  return all.flat()
}

/** GET /sellers/shares/:reference */
export async function sharesPage(request: UserRequest): Promise<Response> {
  const { c, host, lang, user } = request
  const words = sellerWords[lang]
  const payment = await host.payments(user).find(c.req.param('reference') ?? '')
  if (payment === undefined) return missingPage(request)
  const found = await sharesOf(request, payment.attempt).catch((error: unknown) => {
    if (CraftgateError.is(error)) return error
    throw error
  })
  const body = CraftgateError.is(found)
    ? notice(found.merchantMessage[lang], 'bad')
    : sharesCard(request, payment, found)
  return answerPage(request, {
    title: words.sharesOf(payment.order?.number ?? payment.reference),
    section: 'sellers',
    done: words.done,
    tones: TONES,
    body: html`<p><a href="${pathTo(request, `/payments/${encodeURIComponent(payment.reference)}`)}">← ${request.words.toPayments}</a></p>
      <p class="soft">${words.sharesLead}</p>${body}`,
  })
}

/** What did not happen looks so. */
const TONES: Readonly<Record<string, Tone>> = {
  unknown: 'warn',
  ...Object.fromEntries(
    Object.keys(sellerWords.tr.done)
      .filter((name) => !['approved', 'disapproved', 'corrected', 'settled', 'unknown'].includes(name))
      .map((name) => [name, 'bad' as const]),
  ),
}

const isLeft = ({ refundable }: SaleShare): boolean => refundable.minor > 0
const isWaiting = (share: SaleShare): boolean =>
  share.seller !== undefined && share.status === 'WAITING_FOR_APPROVAL' && isLeft(share)

function sharesCard(
  request: UserRequest,
  { reference }: PanelPaymentDetail,
  shares: readonly PaidShare[],
): Html {
  const words = sellerWords[request.lang]
  const maySend = request.user.permissions.includes('refund')
  const rows = shares.map((share) => rowOf(request, reference, share, maySend))
  const heads = [
    words.item,
    `${words.price}#`,
    words.name,
    `${words.share}#`,
    words.state,
    words.blockedUntil,
    words.decision,
  ]
  const waiting = shares.filter(isWaiting)
  const path = sharesPath(request, reference)
  return html`<section class="card" aria-label="${words.shares}">
    ${table({ caption: words.shares, heads: maySend ? heads : heads.slice(0, -1), rows, empty: words.noShares })}
    ${maySend && waiting.length > 1 ? decision(`${path}/approve`, words.approveAll, 'primary') : ''}</section>
    ${maySend && waiting.length > 0 ? correction(request, path, waiting) : ''}`
}

/** The form bears a key: a second press of the same button decides nothing anew. */
const decision = (action: string, text: string, look: string, line?: string): Html =>
  html`<form method="post" action="${action}"><input type="hidden" name="once" value="${randomUUID()}">
    ${line === undefined ? '' : html`<input type="hidden" name="line" value="${line}">`}<button class="${look}" type="submit">${text}</button></form>`

function rowOf(
  request: UserRequest,
  reference: string,
  share: PaidShare,
  maySend: boolean,
): readonly (Html | string)[] {
  const words = sellerWords[request.lang]
  const { name, externalId, price, seller, blockedUntil } = share
  const cells = [
    name ?? externalId ?? String(share.transactionId),
    moneyText(price, request.lang),
    seller ? html`${seller.name ?? ''} <code>${seller.memberId}</code>` : words.own,
    seller ? moneyText(seller.amount, request.lang) : '–',
    seller ? stateBadge(request, share) : '–',
    moment(seller && blockedUntil, request),
  ]
  return maySend ? [...cells, decisionOn(request, reference, share)] : cells
}

function decisionOn(request: UserRequest, reference: string, share: PaidShare): Html | string {
  const words = sellerWords[request.lang]
  const path = sharesPath(request, reference)
  const { externalId, seller, status } = share
  if (seller === undefined || externalId === undefined || !isLeft(share)) return '–'
  if (isWaiting(share)) return decision(`${path}/approve`, words.approve, 'secondary', externalId)
  return status === 'APPROVED' ? decision(`${path}/disapprove`, words.disapprove, 'danger', externalId) : '–'
}

const STATE_TONES: Readonly<Record<string, Tone>> = {
  WAITING_FOR_APPROVAL: 'warn',
  APPROVED: 'good',
  PAYOUT_STARTED: 'good',
  PAYOUT_COMPLETED: 'good',
}

function stateBadge({ lang }: UserRequest, share: PaidShare): Html {
  const { statuses } = sellerWords[lang]
  if (!isLeft(share)) return badge(statuses.refunded, 'calm')
  const state = share.payoutStatus === 'PAYOUT_COMPLETED' ? share.payoutStatus : (share.status ?? '')
  const known: Readonly<Record<string, string>> = statuses
  return badge(known[state] ?? state, STATE_TONES[state] ?? 'calm')
}

function correction(request: UserRequest, path: string, waiting: readonly PaidShare[]): Html {
  const words = sellerWords[request.lang]
  const [first] = waiting
  const option = ({ transactionId, name, externalId, seller }: PaidShare) =>
    html`<option value="${transactionId}">${name ?? externalId} (${seller?.memberId}: ${seller && toDecimal(seller.amount)})</option>`
  return html`<section class="card" aria-labelledby="correct"><h2 id="correct">${words.correct}</h2>
    <p class="help">${words.correctHelp}</p>
    <form class="stack" method="post" action="${path}/correct" autocomplete="off">
      <div class="field"><label for="transaction">${words.item}</label><select id="transaction" name="transaction">${waiting.map(option)}</select></div>
      <div class="field"><label for="member">${words.newMember}</label><input id="member" name="member" inputmode="numeric" required value="${first?.seller?.memberId ?? ''}"></div>
      <div class="field"><label for="share">${words.newShare}</label><input id="share" name="share" inputmode="decimal" required></div>
      <div class="row"><button class="secondary" type="submit">${words.correct}</button></div>
    </form></section>`
}
