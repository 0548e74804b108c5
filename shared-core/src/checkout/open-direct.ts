// An attempt that is started by API: the shopper never sees the hosted page.
import { describeErrorGroup } from '../client'
import type { SettleResult, StartResult } from '../commerce'
import { CraftgateError } from '../errors'
import { singlePayment } from '../installments/installments'
import { logError } from '../logger'
import { notStartedNote } from '../messages/checkout'
import type { DirectStart } from '../methods'
import { type Charge, type ErrorFacts, withCharge } from '../payment'
import type { CheckoutRecord } from '../platform'
import {
  askShopper,
  chargingPage,
  type DirectOpening,
  FAMILIES,
  firstAsk,
  type OnPage,
  saleOf,
  wayOnPage,
} from './ask-shopper'
import { termsOf } from './direct/charge-card'
import type { Answers, ChosenCard, Sale, Started, Told } from './direct/family'
import { readAnswers } from './direct/read-answers'
import { chargesCard, isOfCards, wayOnOf, withoutDecline, withWayOn } from './direct/way-on'
import { ipv4Of } from './init-request'
import { type CheckoutDependencies, writeCheckout } from './record'
import { settleCheckout, settleDeclined } from './settle'
import { withThreeDS } from './three-d-secure'
import { withWallet } from './wallet'

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
  if (answers === 'invalid') return askShopper(deps, opening, { problem: 'invalid' })
  const family = FAMILIES[opening.direct.family]
  const sale = await saleOf(deps, opening)
  if (family.chooseCard === undefined) return startDirect(deps, opening, { sale, answers })
  const client = deps.clientFor(opening.record.account)
  const card = await family.chooseCard(client, sale, { answers, now: deps.clock() })
  return card.kind === 'chosen' ? startDirect(deps, opening, { sale, answers, card }) : card
}

/** What the script of the page that asks wants to know; undefined when it wants nothing. */
async function assist(deps: CheckoutDependencies, opening: DirectOpening): Promise<unknown> {
  const { direct, opener, record } = opening
  const family = FAMILIES[direct.family]
  if (opener.answers === undefined || !family.assist) return undefined
  const { hostname: host } = new URL(deps.options.publicUrl)
  const asking = { sale: await saleOf(deps, opening), answers: opener.answers, host }
  return family.assist(deps.clientFor(record.account), asking)
}

interface Chosen {
  readonly sale: Sale
  readonly answers: Answers
  readonly card?: ChosenCard
}

async function startDirect(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  chosen: Chosen,
): Promise<StartResult> {
  const record = await writeStarting(deps, chosen)
  const client = deps.clientFor(record.account)
  const at = { callbackUrl: callbackUrlOf(deps, record), clientIp: ipv4Of(opening.opener) }
  const { sale, answers, card } = chosen
  let begun: Started
  try {
    begun = await FAMILIES[opening.direct.family].start(client, { ...sale, record, answers, card, ...at })
  } catch (error) {
    if (!CraftgateError.is(error)) throw error
    if (!isUnclear(error)) return refused(deps, opening, record, error)
    if (wayOnOf(record).kind !== 'charging') throw error
    deps.logger.warn('The answer to a charge was lost', { checkout: record.id, error: logError(error) })
    return endDirect(deps, opening, record)
  }
  return leadOn(deps, opening, record, begun)
}

/** It may have been done; a bank that did not decide may still decide. */
export const isUnclear = ({ delivery, kind, retry }: CraftgateError): boolean =>
  delivery === 'unclear' || kind === 'unknown-outcome' || retry === 'ask-first'

/** The page's time is this attempt's too: after it, whoever opens the pay link starts anew. */
function writeStarting(deps: CheckoutDependencies, chosen: Chosen): Promise<CheckoutRecord> {
  const { sale, card } = chosen
  const { record, start, page, basket } = sale
  const wallet = withoutDecline(withWallet(record, card?.storedFor))
  const charge = chargeIn(chosen, deps.clock())
  const kind = charge?.sentAt === undefined ? 'starting' : 'charging'
  const opened = withThreeDS(withWayOn(wallet, start.name, { kind }), card?.verifies === true)
  return writeCheckout(deps, record, {
    state: 'open',
    expected: basket.price,
    expiresAt: new Date(deps.clock().getTime() + page.ttlMinutes * 60_000),
    context: charge ? withCharge(opened, charge) : opened,
    note: undefined,
  })
}

/** What a card is charged with. A call that may take the money at once is sent now, and never again. */
function chargeIn({ sale, card }: Chosen, now: Date): Charge | undefined {
  const { mayCharge } = FAMILIES[sale.start.family]
  if (card === undefined && !mayCharge) return undefined
  const sent = card?.verifies ? {} : { sentAt: now.toISOString() }
  return { ...termsOf(card ?? { option: singlePayment(sale.basket.price) }), ...sent }
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
  { paymentId, token = record.token, wayOn, terms }: Started,
): Promise<StartResult> {
  const { direct } = opening
  const paymentIds = paymentId === undefined ? [] : [paymentId]
  if (wayOn.kind === 'over')
    return endDirect(deps, opening, await writeCheckout(deps, record, { paymentIds }))
  const pageUrl = wayOn.kind === 'redirect' ? wayOn.url : undefined
  const onward = withWayOn(record.context, direct.name, wayOn)
  const context = terms ? withCharge(onward, terms) : onward
  await writeCheckout(deps, record, { paymentIds, pageUrl, context, token })
  return wayOnPage(deps, opening, wayOn)
}

/**
 * It came to its end, or nobody knows whether it did: Craftgate is asked. A charge of which it does not tell now is asked about
 * while the shopper waits, and by the scheduled checks; it is not sent again.
 */
export async function endDirect(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  record: CheckoutRecord,
): Promise<StartResult> {
  const isCharging = wayOnOf(record).kind === 'charging'
  try {
    return await ended(deps, opening, await settleCheckout(deps, record, 'return'))
  } catch (error) {
    if (!isCharging || !CraftgateError.is(error)) throw error
    const facts = { checkout: record.id, error: logError(error) }
    deps.logger.warn('Whether a card was charged is not known yet', facts)
    return chargingPage(opening.direct)
  }
}

async function ended(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  settled: SettleResult,
): Promise<StartResult> {
  const { direct } = opening
  const { record, outcome } = settled
  if (outcome.kind === 'declined' && mayTryAgain(direct))
    return askShopper(deps, { ...opening, record }, toldOf(direct, outcome.error))
  if (outcome.kind === 'pending' && wayOnOf(record).kind === 'charging') return chargingPage(direct)
  return { kind: 'finished', settled }
}

const mayTryAgain = ({ asks, family }: DirectStart): boolean => asks.length > 0 || family === 'card'

function toldOf(direct: DirectStart, { group }: Pick<ErrorFacts, 'group'>): Told {
  return { problem: 'declined', reason: isOfCards(direct) ? describeErrorGroup(group).shopper : undefined }
}

/** Craftgate surely started nothing. What the shopper can mend he is asked for again; he may also choose another way. */
async function refused(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  record: CheckoutRecord,
  error: CraftgateError,
): Promise<StartResult> {
  const { name: method } = opening.direct
  const { code, kind } = error
  if (kind === 'declined' && chargesCard(record)) return declined(deps, opening, record, error)
  deps.logger.warn('A way to pay could not be started', { checkout: record.id, method, code })
  await writeCheckout(deps, record, { state: 'expired', note: notStartedNote(method, code) })
  if (kind !== 'invalid-request' && kind !== 'declined') throw error
  return mayTryAgain(opening.direct)
    ? askShopper(deps, opening, { problem: 'refused' })
    : { kind: 'not-offered', method }
}

/** The bank said no, and the answer did not name the payment. */
async function declined(
  deps: CheckoutDependencies,
  opening: DirectOpening,
  record: CheckoutRecord,
  { code, group }: CraftgateError,
): Promise<StartResult> {
  const error = { code, group }
  const settled = await settleDeclined(deps, record, error)
  return askShopper(deps, { ...opening, record: settled }, toldOf(opening.direct, error))
}
