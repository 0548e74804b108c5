// The record of one attempt to pay: what it may become, and the only way to write it.
import type { CraftgateClient } from '../client/craftgate-client'
import type { OperationResult, RecordedOutcome, WholeRefund } from '../commerce'
import { CraftgateError } from '../errors'
import type { Logger } from '../logger'
import { CHECKOUT_ERRORS } from '../messages/checkout'
import { outsideMethodOf } from '../methods'
import type { ParsedOptions } from '../options/options'
import { type PaymentFacts, paymentIdsOf } from '../payment'
import type { CheckoutRecord, CheckoutState, CommercePlatform } from '../platform'
import { openedBy, withoutContent } from './direct/way-on'
import { nextCheckAt } from './schedule'

export interface CheckoutDependencies {
  readonly options: ParsedOptions
  readonly platform: CommercePlatform
  readonly clientFor: (account: string) => CraftgateClient
  /** The whole payment goes back; the same key never gives it back twice. */
  readonly refundEverything: (request: WholeRefund) => Promise<OperationResult>
  /** The member that a customer with an account is, where the shop has wallets. Throws CraftgateError. */
  readonly memberOf?: (account: string, customer: string) => Promise<number | undefined>
  readonly logger: Logger
  readonly clock: () => Date
  /** For tests, which move the clock instead of waiting. */
  readonly pause?: (ms: number) => Promise<unknown>
}

/**
 * Which state may follow which; what does not stand here does not happen, whatever notification asks for it.
 * A state whose list is empty is the end of the attempt. An expired attempt may still turn out to be paid, when the
 * shopper was at the bank while the page died. What is being refunded, or needs review, still becomes the order's when
 * the order took it a moment before that was written down; what needs review is over when the merchant gave it back, in Craftgate's
 * panel or by us. Money that an order took is sent back from here only when
 * the shop says, asked again (`recheck`), that the order holds it no more.
 */
export const FOLLOWS: Readonly<Record<CheckoutState, readonly CheckoutState[]>> = {
  created: ['open', 'expired'],
  open: ['review', 'authorized', 'captured', 'expired', 'refunding', 'needs-review'],
  review: ['authorized', 'captured', 'expired', 'refunding', 'needs-review'],
  authorized: ['captured', 'expired', 'refunding', 'needs-review'],
  captured: ['refunding', 'needs-review'],
  expired: ['review', 'authorized', 'captured', 'refunding', 'needs-review'],
  refunding: ['refunded', 'review', 'authorized', 'captured', 'needs-review'],
  refunded: [],
  'needs-review': ['review', 'authorized', 'captured', 'refunded', 'refunding'],
}

export const mayFollow = (from: CheckoutState, to: CheckoutState): boolean => FOLLOWS[from].includes(to)

/** True when the money went back, is going back, or waits for the merchant's decision: no order may take it any more. */
export const isForfeited = (state: CheckoutState): state is 'refunding' | 'refunded' | 'needs-review' =>
  state === 'refunding' || state === 'refunded' || state === 'needs-review'

/** True when an order took this attempt's money, once and for all unless the order loses it. */
export const isTaken = (state: CheckoutState): state is 'authorized' | 'captured' =>
  state === 'authorized' || state === 'captured'

/**
 * What a returning shopper is told of an attempt that reached its end, whatever brings him; undefined when Craftgate has to
 * be asked. What became of money that no order took stands in the record's state.
 */
export function recordedOutcome({ state }: CheckoutRecord): RecordedOutcome | undefined {
  if (isForfeited(state)) return state === 'refunding' ? undefined : { kind: 'captured' }
  return isTaken(state) ? { kind: state } : undefined
}

/** The shopper may stand at the bank's page when the token dies. */
export const GRACE_MS = 5 * 60_000

/** True when the token died longer than `graceMs` ago. */
export const isOver = ({ expiresAt }: CheckoutRecord, now: Date, graceMs = 0): boolean =>
  expiresAt !== undefined && now.getTime() >= expiresAt.getTime() + graceMs

/** Somebody else wrote the record since it was read. */
export class ConcurrentWrite extends Error {}

/** What an attempt remembers of its payment. */
export const paymentOf = (facts: PaymentFacts): Pick<CheckoutRecord, 'paymentIds' | 'method'> => ({
  paymentIds: paymentIdsOf(facts),
  ...(facts.method && { method: facts.method }),
})

type OwnFields = 'id' | 'reference' | 'attempt' | 'version' | 'createdAt' | 'updatedAt'
/** `stateSince` only for what begins anew in its state. */
type Change = Partial<Omit<CheckoutRecord, OwnFields | 'nextCheckAt'>>
type WriteDependencies = Pick<CheckoutDependencies, 'platform' | 'clock' | 'options'>

/**
 * Changes a record, and says when it is looked at next. Throws what `retryOnConcurrentWrite` catches when somebody else
 * wrote it meanwhile.
 */
export async function writeCheckout(
  deps: WriteDependencies,
  record: CheckoutRecord,
  change: Change,
): Promise<CheckoutRecord> {
  const state = change.state ?? record.state
  if (state !== record.state && !mayFollow(record.state, state)) {
    throw new Error(`A checkout that is ${record.state} cannot become ${state}`)
  }
  const stateSince = change.stateSince ?? (state === record.state ? record.stateSince : deps.clock())
  const written = { ...record, ...change, stateSince }
  return save(deps, state === 'open' ? written : { ...written, context: withoutContent(written.context) })
}

/** Nothing changed: says when it is looked at next, unless somebody wrote the record meanwhile and thereby said so. */
export async function postponeCheck(deps: WriteDependencies, record: CheckoutRecord): Promise<void> {
  try {
    await save(deps, record)
  } catch (error) {
    if (!(error instanceof ConcurrentWrite)) throw error
  }
}

/** Writes down a new attempt. Throws what `retryOnConcurrentWrite` catches when it is there already. */
export async function insertCheckout(
  deps: WriteDependencies,
  attempt: Omit<CheckoutRecord, 'state' | 'createdAt' | 'updatedAt' | 'stateSince' | 'version'>,
): Promise<CheckoutRecord> {
  const now = deps.clock()
  const times = { createdAt: now, updatedAt: now, stateSince: now }
  return save(deps, { ...attempt, ...times, state: 'created', version: 0 })
}

async function save(
  { platform, clock, options }: WriteDependencies,
  record: CheckoutRecord,
): Promise<CheckoutRecord> {
  const now = clock()
  const unitMs = options.reconcileAfterSeconds * 1000
  const next = nextCheckAt(record, { now, unitMs, repairs: platform.recheck !== undefined })
  // Craftgate does not tell a transfer from cash.
  const method = outsideMethodOf(record) ?? record.method ?? openedBy(record)
  const saved = await platform.saveCheckout({ ...record, method, updatedAt: now, nextCheckAt: next })
  if (saved === 'conflict') throw new ConcurrentWrite('The checkout was written by somebody else')
  return saved
}

/** The record as it is stored now. */
export async function latest(
  { platform }: Pick<CheckoutDependencies, 'platform'>,
  record: CheckoutRecord,
): Promise<CheckoutRecord> {
  const { token, account, reference, attempt } = record
  const [paymentId] = record.paymentIds
  const by =
    token !== undefined
      ? { token }
      : paymentId !== undefined
        ? { account, paymentId }
        : { reference, attempt }
  const found = await platform.findCheckout(by)
  return found?.id === record.id ? found : record
}

/** Each lost race means that somebody else made progress, so a handful is plenty. */
const MAX_ATTEMPTS = 8

/** Repeats work, which reads the record anew, when somebody else wrote it meanwhile. */
export async function retryOnConcurrentWrite<T>(work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt++) {
    try {
      return await work()
    } catch (error) {
      if (!(error instanceof ConcurrentWrite)) throw error
    }
  }
  throw new CraftgateError({
    kind: 'unavailable',
    code: 'busy',
    message: 'The checkout is being written by too many at once; try again',
    retry: 'same-key',
    merchantMessage: CHECKOUT_ERRORS.busy,
  })
}
