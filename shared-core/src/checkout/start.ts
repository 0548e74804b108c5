import { merchantOptionsOf } from '../account'
import type { OrderSnapshot } from '../basket'
import type { Opener, Returned, SettleResult, StartResult } from '../commerce'
import { logError } from '../logger'
import { offlineMethodOf } from '../methods'
import { money, sameMoney } from '../money'
import type { CheckoutRecord, CheckoutState } from '../platform'
import { insertAttempt } from './begin'
import { type Choice, chooseMethod } from './direct/choose-method'
import { chosenBefore, isDirect, openedBy, withoutOpening } from './direct/way-on'
import { expireCheckout, openPage } from './hosted-page'
import { openDirect } from './open-direct'
import { pageOptions } from './page-options'
import { type CheckoutDependencies, isOver, recordedOutcome, retryOnConcurrentWrite } from './record'
import { resumeDirect } from './resume-direct'
import { settleCheckout } from './settle'
import { demandsThreeDS, isSuspected, mustVerify } from './three-d-secure'
import { walletFor, walletOf } from './wallet'

interface Payer {
  readonly record: CheckoutRecord
  readonly order: OrderSnapshot
  readonly opener: Opener
}

interface PayerBy extends Payer {
  readonly choice: Choice
}

/**
 * The shopper opens the pay link. The page is started now, not when the link was made: only now the order is known to
 * the last minute, and the shopper's address with it. A second opening gets the same page while it lives, the total is
 * unchanged and it offers no stored cards of somebody else; a dead or outdated page is replaced by the next attempt; what
 * is paid already leads back to the shop.
 * Throws CraftgateError, and what the shop throws when it cannot read the order.
 */
export function startCheckout(
  deps: CheckoutDependencies,
  checkout: CheckoutRecord,
  opener: Opener = {},
): Promise<StartResult> {
  return retryOnConcurrentWrite(async () => {
    const newest = (await deps.platform.findCheckout({ reference: checkout.reference })) ?? checkout
    if (offlineMethodOf(newest)) return { kind: 'finished', settled: await endOf(deps, newest) }
    const paid = newest.state === 'created' ? await closeEarlierPage(deps, newest) : undefined
    return paid ? { kind: 'finished', settled: paid } : startNewest(deps, newest, opener)
  })
}

/** One open page a session. Answers what the earlier one turned out to be when somebody paid on it. */
async function closeEarlierPage(
  deps: CheckoutDependencies,
  { reference, attempt }: CheckoutRecord,
): Promise<SettleResult | undefined> {
  if (attempt === 1) return undefined
  const earlier = await deps.platform.findCheckout({ reference, attempt: attempt - 1 })
  if (earlier?.state !== 'open') return undefined
  const settled = await expireCheckout(deps, earlier)
  return REPLACEABLE.has(settled.record.state) ? undefined : settled
}

/** An attempt in one of these states makes room for the next. One that is still open has a payment at the bank. */
const REPLACEABLE: ReadonlySet<CheckoutState> = new Set(['expired', 'refunded', 'open'])

async function startNewest(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  opener: Opener,
): Promise<StartResult> {
  switch (record.state) {
    case 'created':
    case 'open':
    case 'expired':
    case 'refunded':
      return pay(deps, record, opener)
    default:
      return { kind: 'finished', settled: await endOf(deps, record) }
  }
}

/** A link that is paid is opened by whoever has it, as often as he likes. */
async function endOf(deps: CheckoutDependencies, record: CheckoutRecord): Promise<Returned> {
  const outcome = recordedOutcome(record)
  return outcome === undefined ? settledOrPending(deps, record, settleCheckout) : { record, outcome }
}

async function pay(deps: CheckoutDependencies, record: CheckoutRecord, opener: Opener): Promise<StartResult> {
  const order = await deps.platform.readOrder(record)
  if (order.isFree && order.total === 0 && deps.platform.placeFreeOrder)
    return placeFree(deps, record, opener)
  if (order.total <= 0)
    return { kind: 'finished', settled: await settledOrPending(deps, record, expireCheckout) }
  const choice = await choiceOf(deps, { record, order, opener })
  if (choice === 'not-offered') return { kind: 'not-offered', method: opener.method }
  return priced(order, await goOn(deps, { record, order, opener, choice }))
}

async function goOn(deps: CheckoutDependencies, payer: PayerBy): Promise<StartResult> {
  const { record } = payer
  if (record.state === 'created') return open(deps, payer)
  if (record.state !== 'open') return startNextAttempt(deps, payer)
  return isDirect(record) ? resume(deps, payer) : reopen(deps, payer)
}

/** Whoever answers on a page of ours reads there what is to be paid. */
function priced(order: OrderSnapshot, started: StartResult): StartResult {
  switch (started.kind) {
    case 'ask':
    case 'code':
    case 'qr':
    case 'wait':
      return { ...started, amount: totalOf(order) }
    default:
      return started
  }
}

/** The options of this order, which its function may be asked for, count only where a way to pay was chosen. */
async function choiceOf({ options }: CheckoutDependencies, payer: Payer): Promise<Choice | 'not-offered'> {
  const usual = chosenBefore(payer.record) ?? options.checkout.method
  if ((payer.opener.method ?? usual) === undefined) return {}
  const { cardEntry } = options.checkout
  const page = await pageOptions(options, payer.order)
  const merchant = merchantOptionsOf(options, payer.record.account)
  return chooseMethod({ ...payer, usual, cardEntry, page, merchant })
}

async function open(deps: CheckoutDependencies, { choice, ...payer }: PayerBy): Promise<StartResult> {
  const { method, direct } = choice
  const opened = direct ? await openDirect(deps, { ...payer, direct }) : 'on-page'
  return opened === 'on-page' ? openPage(deps, { ...payer, method }) : opened
}

async function resume(deps: CheckoutDependencies, payer: PayerBy): Promise<StartResult> {
  const { method, direct } = payer.choice
  // What is opened on the hosted page now is another way to pay than the same one by API.
  const resuming = { ...payer, method: direct && method, isCurrent: isCurrent(deps, payer) }
  const resumed = await resumeDirect(deps, resuming)
  return resumed.kind === 'replace' ? startNextAttempt(deps, { ...payer, record: resumed.record }) : resumed
}

/** The order costs what it did when the attempt was opened, and its time is not over. */
const isCurrent = ({ clock }: CheckoutDependencies, { record, order }: Payer): boolean =>
  sameMoney(record.expected, totalOf(order)) && !isOver(record, clock())

/** Nothing is to be paid, so nothing is asked of Craftgate: the shop places the order, when a person wants it. */
async function placeFree(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  opener: Opener,
): Promise<StartResult> {
  if (!opener.isActing) return { kind: 'ask-shopper' }
  await deps.platform.placeFreeOrder?.(record)
  return { kind: 'finished', settled: await settledOrPending(deps, record, expireCheckout) }
}

async function reopen(deps: CheckoutDependencies, payer: PayerBy): Promise<StartResult> {
  const { record, order, opener, choice } = payer
  const unchanged = isCurrent(deps, payer) && openedBy(record) === choice.method
  const wallet = walletOf(record)
  const mayBeSeen = wallet === undefined || wallet === walletFor(order.buyer, opener)
  if (unchanged && mayBeSeen && (await isVerifiedEnough(deps, payer)) && record.pageUrl !== undefined) {
    return { kind: 'page', pageUrl: record.pageUrl, locale: order.locale }
  }
  const settled = await expireCheckout(deps, record)
  if (!REPLACEABLE.has(settled.record.state)) return { kind: 'finished', settled }
  return startNextAttempt(deps, { ...payer, record: settled.record })
}

/** A page that was opened before a card turned out to be lost or stolen is replaced by one that demands 3D Secure. */
async function isVerifiedEnough({ options }: CheckoutDependencies, payer: Payer): Promise<boolean> {
  if (!isSuspected(payer.record) || demandsThreeDS(payer.record)) return true
  return !mustVerify(await pageOptions(options, payer.order), payer)
}

async function startNextAttempt(deps: CheckoutDependencies, payer: Payer): Promise<StartResult> {
  const { account, order, context, phase, reference, attempt } = payer.record
  const terms = { account, order, context: withoutOpening(context), phase, expected: totalOf(payer.order) }
  const record = await insertAttempt(deps, { terms, reference, attempt: attempt + 1 })
  return startNewest(deps, record, payer.opener)
}

const totalOf = (order: OrderSnapshot) => money(order.total, order.currency)

/** The way back to the shop needs no Craftgate: when it cannot be asked, the outcome is simply not known yet. */
async function settledOrPending(
  deps: CheckoutDependencies,
  record: CheckoutRecord,
  ask: typeof settleCheckout,
): Promise<SettleResult> {
  try {
    return await ask(deps, record)
  } catch (error) {
    deps.logger.warn('The outcome of a checkout is not known yet', {
      checkout: record.id,
      error: logError(error),
    })
    return { record, outcome: { kind: 'pending' } }
  }
}
