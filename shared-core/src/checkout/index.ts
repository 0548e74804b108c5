// One attempt to pay on Craftgate's hosted page: begin, start, resolve, settle, expire.
// State changes follow the table in record.ts; every doubt is answered by asking Craftgate.
import { setTimeout as sleep } from 'node:timers/promises'
import { answersUnderWay } from '../answers-under-way'
import type {
  BeginRequest,
  ClientInfo,
  Opener,
  Returned,
  ReviewDecision,
  SettleResult,
  StartResult,
  UnexpectedRefund,
  UnexpectedRefundRequest,
} from '../commerce'
import type { PaymentOutcome } from '../payment'
import type { CheckoutRecord } from '../platform'
import { limitPerAddress, tooManyRequests } from '../rate-limit'
import { beginCheckout } from './begin'
import { decideReview } from './decide-review'
import { expireCheckout } from './hosted-page'
import { approveLoan } from './loan'
import { oneOpeningAtATime } from './one-opening'
import { oneQuestionAtATime } from './one-question'
import { type CheckoutDependencies, isTaken, postponeCheck, recordedOutcome } from './record'
import { refundOnRequest } from './refund-on-request'
import { isMoneyWatched } from './schedule'
import { type Occasion, outcomeForOrder, settleCheckout } from './settle'
import { startCheckout } from './start'
import { approveTicket } from './verified-card'

export type { CheckoutDependencies } from './record'

export interface Checkout {
  begin(sale: BeginRequest): Promise<CheckoutRecord>
  start(record: CheckoutRecord, opener?: Opener): Promise<StartResult>
  settle(record: CheckoutRecord, occasion?: Occasion): Promise<SettleResult>
  /**
   * Settles at a callback or webhook: the record answers for an attempt that reached its end, and Craftgate is asked once in
   * two seconds. A webhook may tell that an authorization changed. Throws a CraftgateError with code `too-many-requests`
   * when a question is needed and the client asked for too many (`requestsPerMinute`).
   */
  settleNotified(
    record: CheckoutRecord,
    occasion: 'return' | 'notification',
    client?: ClientInfo,
  ): Promise<Returned>
  /** The same for a page of the shop that a callback led to: asked once in two seconds whatever the callback asked. */
  settleReturned(record: CheckoutRecord, client?: ClientInfo): Promise<Returned>
  /** BKM says that the shopper approved its ticket: written down, and settled. */
  settleApproved(record: CheckoutRecord): Promise<SettleResult>
  resolve(record: CheckoutRecord): Promise<PaymentOutcome>
  expire(record: CheckoutRecord): Promise<SettleResult>
  approveLoan(record: CheckoutRecord): Promise<SettleResult>
  decideReview(record: CheckoutRecord, decision: ReviewDecision): Promise<CheckoutRecord>
  refundUnexpected(record: CheckoutRecord, request: UnexpectedRefundRequest): Promise<UnexpectedRefund>
  /** It was looked at and nothing changed: says when it is looked at again. */
  postpone(record: CheckoutRecord): Promise<void>
  /** False of money that an order took, once nobody asks any more whether it is still there. */
  isMoneyWatched(record: CheckoutRecord): boolean
}

export function createCheckout(deps: CheckoutDependencies): Checkout {
  const start = oneOpeningAtATime((record, opener) => startCheckout(deps, record, opener))
  const requireAllowance = allowanceOf(deps)
  const repairs = deps.platform.recheck !== undefined
  const pace = { clock: deps.clock, pause: deps.pause ?? sleep, repairs }
  const settle = (record: CheckoutRecord, occasion?: Occasion) => settleCheckout(deps, record, occasion)
  const notified = tellOrAsk({ ...deps, requireAllowance }, oneQuestionAtATime(settle, pace))
  // Of its own, so that a shopper whom the callback sends on does not wait because the callback has just asked.
  const returned = tellOrAsk({ ...deps, requireAllowance }, oneQuestionAtATime(settle, pace))
  const forOrder = oneQuestionAtATime((record: CheckoutRecord) => outcomeForOrder(deps, record), pace)
  const closings = answersUnderWay<SettleResult>()
  return {
    begin: (sale) => beginCheckout(deps, sale),
    start: async (record, opener = {}) => {
      // Where a paid link leads stands in its record.
      if (!isTaken(record.state)) requireAllowance(opener)
      return start(record, opener)
    },
    settle,
    settleNotified: notified,
    settleApproved: async (record) => settle(await approveTicket(deps, record)),
    settleReturned: (record, client) => returned(record, 'return', client),
    resolve: async (record) => (await forOrder(record, 'return')).outcome,
    expire: (record) => closings(record.id, () => expireCheckout(deps, record)),
    approveLoan: (record) => approveLoan(deps, record, (each) => settle(each, 'ask')),
    decideReview: (record, decision) => decideReview(deps, record, decision),
    refundUnexpected: (record, request) => refundOnRequest(deps, record, request),
    postpone: (record) => postponeCheck(deps, record),
    isMoneyWatched,
  }
}

type RequireAllowance = (client: ClientInfo) => void

/** Throws for a client that asked for too much. */
function allowanceOf({ options, clock }: CheckoutDependencies): RequireAllowance {
  const mayAsk = limitPerAddress(options.requestsPerMinute, clock)
  return ({ clientIp }) => {
    if (!mayAsk(clientIp)) throw tooManyRequests()
  }
}

type Ask = ReturnType<typeof oneQuestionAtATime<SettleResult>>
type TellDependencies = CheckoutDependencies & { readonly requireAllowance: RequireAllowance }

/** The record answers when it can. */
function tellOrAsk(deps: TellDependencies, ask: Ask): Checkout['settleNotified'] {
  return async (record, occasion, client = {}) => {
    const outcome = answersFor(deps, record, occasion) ? recordedOutcome(record) : undefined
    if (outcome !== undefined) return { record, outcome }
    deps.requireAllowance(client)
    return ask(record, occasion)
  }
}

/** An order that may still lose what it took is looked at while it is watched (`CommercePlatform.recheck`). */
function answersFor(
  { platform }: CheckoutDependencies,
  record: CheckoutRecord,
  occasion: 'return' | 'notification',
): boolean {
  const { state } = record
  if (state === 'authorized') return occasion === 'return' && platform.recheck === undefined
  return state !== 'captured' || platform.recheck === undefined || !isMoneyWatched(record)
}
