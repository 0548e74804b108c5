// Craftgate's hosted page of one attempt: opened when the shopper comes to pay, closed when nobody may pay it any more.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { toBasket } from '../basket'
import type { SettleResult, StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { CHECKOUT_ERRORS, closedNote } from '../messages/checkout'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { withBuyerMember } from './buyer-member'
import { isDirect, withPage } from './direct/way-on'
import { type InitRequest, initRequest, type Opening } from './init-request'
import { leaveDirect } from './leave-direct'
import { isMultiPayment, multiPaymentRequest, takesParts, withMultiPayment } from './multi-payment'
import { pageOptions } from './page-options'
import { type CheckoutDependencies, latest, retryOnConcurrentWrite, writeCheckout } from './record'
import { settleCheckout } from './settle'
import { withThreeDS } from './three-d-secure'
import { walletFor, withWallet } from './wallet'

/**
 * Starts the hosted page for the order as it is now; its total is what every outcome is compared with from here on.
 * Of two that start the same attempt at once, the one that writes second expires its own token.
 */
export async function openPage(deps: CheckoutDependencies, opening: Opening): Promise<StartResult> {
  const { record, order, opener } = opening
  const basket = toBasket(order)
  const page = await withBuyerMember(deps, await pageOptions(deps.options, order), opening)
  const request = initRequest(deps.options, page, opening, basket)
  const isMulti = takesParts(page, opening)
  const init = isMulti ? multiPaymentRequest(page, request) : undefined
  const { token, pageUrl, tokenExpireDate } = await initPage(deps, record, request, init)
  const expiresAt = expiryOf(deps.clock(), page.ttlMinutes, tokenExpireDate)
  const wallet = withWallet(record, walletFor(order.buyer, opener))
  const verified = withThreeDS(wallet, request.forceThreeDS === true)
  const context = withMultiPayment(withPage(verified, opening.method), isMulti)
  const opened = {
    state: 'open',
    expected: basket.price,
    token,
    pageUrl,
    expiresAt,
    note: undefined,
  } as const
  try {
    await writeCheckout(deps, record, { ...opened, context })
  } catch (error) {
    await abandon(deps, record.account, token)
    throw error
  }
  return { kind: 'page', pageUrl, locale: order.locale }
}

const pageShape = z.object({
  token: z.string().min(1),
  pageUrl: z.url({ protocol: /^https?$/ }),
  tokenExpireDate: z.string().optional().catch(undefined),
})

async function initPage(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  request: InitRequest,
  multi: ReturnType<typeof multiPaymentRequest> | undefined,
) {
  // Each opening has a key of its own: one made from its content would answer with a dead page for ever.
  const limits = { idempotencyKey: randomUUID() }
  const client = deps.clientFor(record.account)
  const answer: unknown = multi
    ? await client.call('initMultiPayment', { body: multi }, limits)
    : await client.call('initCheckoutPayment', { body: request }, limits)
  const page = pageShape.safeParse(answer)
  if (page.success) return page.data
  throw new CraftgateError({
    kind: 'unavailable',
    code: 'unreadable-page',
    message: 'Craftgate started a checkout without a usable token and pageUrl',
    retry: 'same-key',
    merchantMessage: CHECKOUT_ERRORS['unreadable-page'],
  })
}

/**
 * The earlier of our own reckoning and Craftgate's date. That date carries no time zone: read as UTC it is right or,
 * if Istanbul's clock was meant, three hours late, so it never ends a page that can still be paid.
 */
function expiryOf(now: Date, ttlMinutes: number, tokenExpireDate: string | undefined): Date {
  const own = now.getTime() + ttlMinutes * 60_000
  const announced = Date.parse(`${tokenExpireDate?.replace(/Z$/, '')}Z`)
  return new Date(Number.isNaN(announced) ? own : Math.min(own, announced))
}

/** Nobody has seen this page; when its token cannot be expired now it dies by itself. */
async function abandon(deps: CheckoutDependencies, account: string, token: string): Promise<void> {
  try {
    await expireToken(deps, account, token)
  } catch (error) {
    deps.logger.warn('A second page of the same checkout could not be closed; it expires by itself', {
      error: logError(error),
    })
  }
}

/**
 * Makes an attempt unpayable. Craftgate is asked after the token was expired, so that money which came first is
 * settled; a payment that is under way at the bank leaves the attempt open, to be followed to its end.
 * Throws CraftgateError when Craftgate cannot be reached.
 */
export function expireCheckout(deps: CheckoutDependencies, checkout: CheckoutRecord): Promise<SettleResult> {
  return retryOnConcurrentWrite(async () => {
    const record = await latest(deps, checkout)
    if (record.state === 'created') return close(deps, record)
    if (record.state !== 'open') return settleCheckout(deps, record)
    if (record.token !== undefined && !isMultiPayment(record) && !isDirect(record))
      await expireToken(deps, record.account, record.token)
    const settled = await settleCheckout(deps, record)
    if (isDirect(record)) return leaveUnlessPromised(deps, settled)
    const unpaid = settled.record.state === 'open' && !mayStillPay(settled.outcome)
    return unpaid ? close(deps, settled.record) : settled
  })
}

/** No call of Craftgate closes it. Funds that are on their way are followed to their end. */
async function leaveUnlessPromised(deps: CheckoutDependencies, settled: SettleResult): Promise<SettleResult> {
  const { record, outcome } = settled
  if (record.state !== 'open' || outcome.kind !== 'pending' || outcome.awaitingFunds) return settled
  return { record: await leaveDirect(deps, record, outcome), outcome: { kind: 'expired' } }
}

async function close(deps: CheckoutDependencies, record: CheckoutRecord): Promise<SettleResult> {
  return {
    record: await writeCheckout(deps, record, { state: 'expired', note: closedNote(record.note) }),
    outcome: { kind: 'expired' },
  }
}

/** A payment that Craftgate knows and that is not at its end. */
const mayStillPay = (outcome: PaymentOutcome): boolean =>
  outcome.kind === 'mismatch' || (outcome.kind === 'pending' && outcome.facts !== undefined)

/**
 * Each try has a key of its own, because a remembered answer would not tell what the token is now. A refusal means that
 * the token is dead already: paid or expired. Which of the two, settling finds out.
 */
async function expireToken(deps: CheckoutDependencies, account: string, token: string): Promise<void> {
  try {
    const limits = { idempotencyKey: randomUUID() }
    await deps.clientFor(account).call('expireCheckoutPayment', { path: { token } }, limits)
  } catch (error) {
    const refused =
      CraftgateError.is(error) && (error.kind === 'invalid-request' || error.kind === 'declined')
    if (!refused) throw error
  }
}
