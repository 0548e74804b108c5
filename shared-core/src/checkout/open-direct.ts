// An attempt that is started by API: the shopper never sees the hosted page.
import { merchantOptionsOf } from '../account'
import { toBasket } from '../basket'
import type { StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { notStartedNote } from '../messages/checkout'
import { type DirectStart, isChoice, isTyped } from '../methods'
import type { CheckoutRecord } from '../platform'
import { apm } from './direct/apm'
import { applePay } from './direct/apple-pay'
import { juzdan, posApm } from './direct/bank-apps'
import type { DirectFamily, Started } from './direct/family'
import { googlePay } from './direct/google-pay'
import { loan } from './direct/loan'
import { readAnswers } from './direct/read-answers'
import { storedCard } from './direct/stored-card'
import { type KnownWayOn, withWayOn } from './direct/way-on'
import { ipv4Of, type Opening } from './init-request'
import { pageOptions } from './page-options'
import { type CheckoutDependencies, writeCheckout } from './record'
import { settleCheckout } from './settle'
import { walletFor, withWallet } from './wallet'

/** One file each: a family of calls by which ways to pay are started (`DirectStart.family`). */
export const FAMILIES: Readonly<Record<DirectStart['family'], DirectFamily>> = {
  apm,
  loan,
  'pos-apm': posApm,
  juzdan,
  'stored-card': storedCard,
  'google-pay': googlePay,
  'apple-pay': applePay,
}

export interface DirectOpening extends Opening {
  readonly direct: DirectStart
}

type Problem = Extract<StartResult, { kind: 'ask' }>['problem']

/**
 * Asks the shopper what the method wants to know, then starts the payment. The attempt is open before the call is sent, so
 * that an answer that is lost is asked for by the attempt's id, and of two openings at once one is sent.
 */
export async function openDirect(deps: CheckoutDependencies, opening: DirectOpening): Promise<StartResult> {
  const assisted = await assist(deps, opening)
  if (assisted !== undefined) return { kind: 'data', value: assisted }
  const answers = readAnswers(opening.direct, opening.opener)
  if (answers === 'absent') return askShopper(deps, opening)
  if (answers === 'invalid') return askShopper(deps, opening, 'invalid')
  const { direct } = opening
  const { page, basket, record } = await writeStarting(deps, opening)
  const client = deps.clientFor(record.account)
  try {
    const at = { callbackUrl: callbackUrlOf(deps, record), clientIp: ipv4Of(opening.opener) }
    const cardUserKey = ownCards(opening)
    const starting = {
      start: direct,
      merchant: merchantOptionsOf(deps.options, record.account),
      record,
      order: opening.order,
      page,
      basket,
      answers,
      cardUserKey,
      ...at,
    }
    return await leadOn(deps, opening, record, await FAMILIES[direct.family].start(client, starting))
  } catch (error) {
    if (!CraftgateError.is(error) || error.delivery === 'unclear' || error.kind === 'unknown-outcome')
      throw error
    return refused(deps, opening, record, error)
  }
}

/** What the script of the page that asks wants to know; undefined when it wants nothing. */
async function assist(
  { clientFor, options }: CheckoutDependencies,
  opening: DirectOpening,
): Promise<unknown> {
  const { direct, opener, record } = opening
  if (opener.answers === undefined) return undefined
  const merchant = merchantOptionsOf(options, record.account)
  const asking = { merchant, answers: opener.answers, host: new URL(options.publicUrl).hostname }
  return FAMILIES[direct.family].assist?.(clientFor(record.account), asking)
}

/** The page's time is this attempt's too: after it, whoever opens the pay link starts anew. */
async function writeStarting(deps: CheckoutDependencies, { record, order, direct }: DirectOpening) {
  const basket = toBasket(order)
  const page = await pageOptions(deps.options, order)
  const starting = await writeCheckout(deps, record, {
    state: 'open',
    expected: basket.price,
    expiresAt: new Date(deps.clock().getTime() + page.ttlMinutes * 60_000),
    context: withWayOn(withWallet(record, undefined), direct.name, { kind: 'starting' }),
    note: undefined,
  })
  return { basket, page, record: starting }
}

/** The attempt's own, so that its notification finds it when the payment is not known yet. */
const callbackUrlOf = (
  { options: { publicUrl, basePath } }: CheckoutDependencies,
  { reference, attempt }: CheckoutRecord,
): string => `${publicUrl}${basePath}/callback/${attempt}-${encodeURIComponent(reference)}`

async function leadOn(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  record: CheckoutRecord,
  { paymentId, wayOn }: Started,
): Promise<StartResult> {
  const { direct } = opening
  const paymentIds = paymentId === undefined ? [] : [paymentId]
  if (wayOn.kind === 'over') {
    const settled = await settleCheckout(deps, await writeCheckout(deps, record, { paymentIds }), 'return')
    const mayTryAgain = settled.outcome.kind === 'declined' && direct.asks.length > 0
    return mayTryAgain ? askShopper(deps, opening, 'declined') : { kind: 'finished', settled }
  }
  const pageUrl = wayOn.kind === 'redirect' ? wayOn.url : undefined
  const context = withWayOn(record.context, direct.name, wayOn)
  await writeCheckout(deps, record, { paymentIds, pageUrl, context })
  return wayOnPage(direct, wayOn)
}

/** What the shopper of an open attempt is shown. */
export function wayOnPage({ name: method }: DirectStart, wayOn: KnownWayOn): StartResult {
  switch (wayOn.kind) {
    case 'redirect':
    case 'html':
      return wayOn
    case 'qr':
      return { kind: 'qr', method, text: wayOn.text }
    case 'code':
      return { kind: 'code', method }
    case 'wait':
      return { kind: 'wait', method }
  }
}

/** Craftgate surely started nothing. What the shopper can mend he is asked for again; he may also choose another way. */
async function refused(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  record: CheckoutRecord,
  error: CraftgateError,
): Promise<StartResult> {
  const { name: method, asks } = opening.direct
  const { code, kind } = error
  deps.logger.warn('A way to pay could not be started', { checkout: record.id, method, code })
  await writeCheckout(deps, record, { state: 'expired', note: notStartedNote(method, code) })
  if (kind !== 'invalid-request' && kind !== 'declined') throw error
  return asks.length > 0 ? askShopper(deps, opening, 'refused') : { kind: 'not-offered', method }
}

/** The buyer's cards are offered to himself alone. */
const ownCards = ({ order: { buyer }, opener }: Opening): string | undefined =>
  walletFor(buyer, opener) === undefined ? undefined : buyer.cardUserKey

/** What the method wants to know of the shopper before it starts. Not offered where there is nothing to choose from. */
export async function askShopper(
  { clientFor, options }: CheckoutDependencies,
  opening: DirectOpening,
  problem?: Problem,
): Promise<StartResult> {
  const { direct: start, record, order } = opening
  const fields = start.asks.map(({ field }) => field).filter(isTyped)
  const family = FAMILIES[start.family]
  const ask = { kind: 'ask', method: start.name, fields, problem } as const
  if (!fields.some(isChoice) && !family.script) return { ...ask, choices: [] }
  const page = await pageOptions(options, order)
  const merchant = merchantOptionsOf(options, record.account)
  const sale = { start, merchant, order, page, basket: toBasket(order), cardUserKey: ownCards(opening) }
  if (family.script) return { ...ask, choices: [], script: family.script(sale) }
  const choices = (await family.choices?.(clientFor(record.account), sale)) ?? []
  if (choices.length === 0) return { kind: 'not-offered', method: start.name }
  return { ...ask, choices }
}
