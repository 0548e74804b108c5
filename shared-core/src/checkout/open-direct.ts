// An attempt that is started by API: the shopper never sees the hosted page.
import { merchantOptionsOf } from '../account'
import { toBasket } from '../basket'
import type { StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { logError } from '../logger'
import { notStartedNote } from '../messages/checkout'
import { type DirectStart, isChoice, isTyped } from '../methods'
import type { CheckoutRecord } from '../platform'
import { apm } from './direct/apm'
import { applePay } from './direct/apple-pay'
import { juzdan, posApm } from './direct/bank-apps'
import { bkmExpress } from './direct/bkm-express'
import type { DirectFamily, Sale, Started } from './direct/family'
import { googlePay } from './direct/google-pay'
import { loan } from './direct/loan'
import { masterpass } from './direct/masterpass'
import { readAnswers } from './direct/read-answers'
import { storedCard } from './direct/stored-card'
import { type KnownWayOn, withWayOn } from './direct/way-on'
import { ipv4Of, type Opening } from './init-request'
import { pageOptions } from './page-options'
import { type CheckoutDependencies, writeCheckout } from './record'
import { settleCheckout } from './settle'
import { mustVerify } from './three-d-secure'
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
  masterpass,
  'bkm-express': bkmExpress,
}

export interface DirectOpening extends Opening {
  readonly direct: DirectStart
}

type Problem = Extract<StartResult, { kind: 'ask' }>['problem']

/** The hosted page serves this shopper, with the method alone. */
type OnPage = 'on-page'

/**
 * Asks the shopper what the method wants to know, then starts the payment. The attempt is open before the call is sent, so
 * that an answer that is lost is asked for by the attempt's id, and of two openings at once one is sent.
 */
export async function openDirect(
  deps: CheckoutDependencies,
  opening: DirectOpening,
): Promise<StartResult | OnPage> {
  const assisted = await assist(deps, opening)
  if (assisted !== undefined) return { kind: 'data', value: assisted }
  const answers = readAnswers(opening.direct, opening.opener)
  if (answers === 'absent') return firstAsk(deps, opening)
  if (answers === 'invalid') return askShopper(deps, opening, 'invalid')
  const { direct } = opening
  const { page, record } = await writeStarting(deps, opening)
  const client = deps.clientFor(record.account)
  try {
    const at = { callbackUrl: callbackUrlOf(deps, record), clientIp: ipv4Of(opening.opener) }
    const sale = saleOf(deps, opening, page)
    const starting = { ...sale, record, answers, ...at, verify: mustVerify(page, opening) }
    return await leadOn(deps, opening, record, await FAMILIES[direct.family].start(client, starting))
  } catch (error) {
    if (!CraftgateError.is(error) || error.delivery === 'unclear' || error.kind === 'unknown-outcome')
      throw error
    return refused(deps, opening, record, error)
  }
}

/** What the script of the page that asks wants to know; undefined when it wants nothing. */
async function assist(deps: CheckoutDependencies, opening: DirectOpening): Promise<unknown> {
  const { direct, opener, record, order } = opening
  const family = FAMILIES[direct.family]
  if (opener.answers === undefined || !family.assist) return undefined
  const sale = saleOf(deps, opening, await pageOptions(deps.options, order))
  const { hostname: host } = new URL(deps.options.publicUrl)
  return family.assist(deps.clientFor(record.account), { sale, answers: opener.answers, host })
}

function saleOf({ options }: CheckoutDependencies, opening: DirectOpening, page: Sale['page']): Sale {
  const { direct: start, record, order } = opening
  const merchant = merchantOptionsOf(options, record.account)
  return { start, merchant, order, page, basket: toBasket(order), cardUserKey: ownCards(opening) }
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
  return { page, record: starting }
}

/** The attempt's own, so that its notification finds it when the payment is not known yet. */
export const callbackUrlOf = (
  { options: { publicUrl, basePath } }: CheckoutDependencies,
  { reference, attempt }: CheckoutRecord,
): string => `${publicUrl}${basePath}/callback/${attempt}-${encodeURIComponent(reference)}`

export async function leadOn(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  record: CheckoutRecord,
  { paymentId, ticket, wayOn }: Started,
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
  await writeCheckout(deps, record, { paymentIds, pageUrl, context, token: ticket ?? record.token })
  return wayOnPage(deps, opening, wayOn)
}

/** What the shopper of an open attempt is shown. */
export async function wayOnPage(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  wayOn: KnownWayOn,
): Promise<StartResult> {
  const { name: method } = opening.direct
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
    case 'script':
      return scriptStep(deps, opening, wayOn.content)
  }
}

/** The page on which the provider's script goes on with a payment that was begun. */
export async function scriptStep(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  content: string,
  problem?: 'refused',
): Promise<StartResult> {
  const { direct, order, record } = opening
  const { name: method, family } = direct
  const sale = saleOf(deps, opening, await pageOptions(deps.options, order))
  const script = FAMILIES[family].onward?.(sale, content)
  return script
    ? { kind: 'script', method, attempt: record.attempt, script, problem }
    : { kind: 'wait', method }
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
  deps: CheckoutDependencies,
  opening: DirectOpening,
  problem?: Problem,
): Promise<StartResult> {
  const asked = await firstAsk(deps, opening, problem)
  return asked === 'on-page' ? { kind: 'not-offered', method: opening.direct.name } : asked
}

async function firstAsk(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  problem?: Problem,
): Promise<StartResult | OnPage> {
  const { direct: start, record, order } = opening
  const fields = start.asks.map(({ field }) => field).filter(isTyped)
  const family = FAMILIES[start.family]
  const ask = { kind: 'ask', method: start.name, fields, problem } as const
  if (!fields.some(isChoice) && !family.script) return { ...ask, choices: [] }
  const sale = saleOf(deps, opening, await pageOptions(deps.options, order))
  if (family.script) {
    const script = await scriptFor(deps, record, sale)
    return script ? { ...ask, choices: [], script } : 'on-page'
  }
  const choices = (await family.choices?.(deps.clientFor(record.account), sale)) ?? []
  return choices.length === 0 ? { kind: 'not-offered', method: start.name } : { ...ask, choices }
}

/** A page that cannot be made costs the shopper nothing: the hosted page serves him. */
async function scriptFor({ clientFor, logger }: CheckoutDependencies, record: CheckoutRecord, sale: Sale) {
  try {
    return await FAMILIES[sale.start.family].script?.(clientFor(record.account), sale)
  } catch (error) {
    const { name: method } = sale.start
    const facts = { checkout: record.id, method, error: logError(error) }
    logger.warn('A page with the script of a provider could not be made; the payment page is opened', facts)
    return undefined
  }
}
