import { createHash } from 'node:crypto'
import {
  type CraftgateCommerce,
  CraftgateError,
  money,
  type OperationResult,
  type PaymentOperation,
} from '@craftgate-commerce/core'
import { pendingReason, resultOf, sentenceIn } from '@craftgate-commerce/core/adapter'
import type { Tenant } from '../context/tenant'
import type { GroupWinnerRow, SessionRow } from '../database'
import { findGroupWinner } from '../sessions/checkout-group'
import type { SessionStore } from '../sessions/session-store'
import type { SessionResolution } from '../shopify-api'
import type { RetryScheduler } from '../shopify-sync/retry-scheduler'
import type { SessionReporter } from '../shopify-sync/session-reporter'

/** A session of Shopify's that moves money of a payment. */
export type TransactionKind = Exclude<SessionRow['kind'], 'payment'>

export interface TransactionSessionsDeps {
  readonly sessions: SessionStore
  readonly retries: RetryScheduler
  readonly reporter: SessionReporter
  /** The core of a tenant; undefined when the shop has no Craftgate keys for this mode. */
  readonly commerceOf: (tenant: Tenant) => Promise<CraftgateCommerce | undefined>
}

/** Refunds, captures and voids: Craftgate first, then Shopify, one attempt at a time. */
export class TransactionSessions {
  constructor(private readonly deps: TransactionSessionsDeps) {}

  /** Brings a session as far as it gets now. Repeating it moves nothing twice: Shopify's id is the operation's key. */
  async process(id: string): Promise<void> {
    const { retries, reporter } = this.deps
    const row = await retries.startAttempt(id)
    if (row === 'deferred' || row === 'ended') return
    if (row.resolution !== null) await reporter.sendMutation(row)
    else if (await this.execute(row)) await reporter.report(id)
  }

  /**
   * An operation has ended, and its session gets its resolution, once. Resolves when that is committed: from then on the
   * retry policy sees to it that Shopify hears of it. Money that goes back by itself is no session of Shopify's.
   */
  async operationEnded(operation: PaymentOperation): Promise<void> {
    const { sessions, reporter } = this.deps
    const id = operation.shopReference
    if (id === undefined || (await sessions.find(id)) === undefined) return
    await sessions.locked(id, async (session) => {
      if (session.row.resolution !== null) return
      const resolution = resolutionOfResult(session.row, resultOf(operation))
      if (resolution === undefined) throw new Error(`Operation ${operation.key} has not ended`)
      await reporter.setResolution(session, resolution)
    })
    await reporter.report(id)
  }

  /** True when it is known now how Shopify is to be answered. */
  private async execute(row: SessionRow): Promise<boolean> {
    const result = await this.askCraftgate(row)
    const known = typeof result === 'string' ? undefined : resolutionOfResult(row, result)
    return this.deps.sessions.locked(row.id, async (session) => {
      if (session.row.resolution !== null) return false
      if (known === undefined) {
        const why = typeof result === 'string' ? result : pendingSentence(row, result)
        await session.change({ lastError: why })
        await session.addEvent(row.syncStatus === 'exhausted' ? 'sync-exhausted' : 'pending', { why })
        return false
      }
      await this.deps.reporter.setResolution(session, known)
      return true
    })
  }

  /** A word instead of a result: it can not be asked of Craftgate yet. */
  private async askCraftgate(row: SessionRow): Promise<OperationResult | 'no-keys' | 'not-paid'> {
    const commerce = await this.deps.commerceOf(row)
    if (commerce === undefined) return 'no-keys'
    const winner = await this.paymentOf(row)
    if (winner === undefined) return 'not-paid'
    try {
      return await OPERATIONS[kindOf(row)](commerce, requestOf(row, winner), row)
    } catch (error) {
      if (!isOfAnotherAccount(error)) throw error
      return { state: 'failed', error: { code: error.code }, message: error.merchantMessage }
    }
  }

  /** Craftgate's payment of the session that this one is about. */
  private async paymentOf({ paymentSessionId }: SessionRow): Promise<GroupWinnerRow | undefined> {
    const { sessions } = this.deps
    const payment = await sessions.find(paymentSessionId ?? '')
    if (payment === undefined) return undefined
    const winner = await sessions.transaction((manager) => findGroupWinner(manager, payment))
    return winner?.sessionId === payment.id ? winner : undefined
  }
}

/** The payment was made with keys of an account that the shop has left: nothing can be done with it here. */
const isOfAnotherAccount = (error: unknown): error is CraftgateError =>
  CraftgateError.is(error) && error.code === 'unknown-account'

type Request = ReturnType<typeof requestOf>
type Operation = (commerce: CraftgateCommerce, request: Request, row: SessionRow) => Promise<OperationResult>

const OPERATIONS: Readonly<Record<TransactionKind, Operation>> = {
  refund: (commerce, request, row) => commerce.refund({ ...request, amount: amountOf(row) }),
  capture: (commerce, request, row) => commerce.capture({ ...request, amount: amountOf(row) }),
  void: (commerce, request) => commerce.void({ ...request, onlyUncaptured: true }),
}

const requestOf = (row: SessionRow, { account, paymentId }: GroupWinnerRow) => ({
  account,
  paymentId,
  key: transactionKeyOf(row),
  shopReference: row.id,
})

function amountOf({ id, amount, currency }: SessionRow) {
  if (amount === null || currency === null) throw new Error(`Session ${id} has no amount`)
  return money(amount, currency)
}

/** Core takes letters, digits, dots and dashes, 64 of them at most. */
const KEY = /^[A-Za-z0-9.-]{1,50}$/

/** The key of an operation: Shopify's own id of the session, so that no repetition moves money twice. */
function transactionKeyOf({ kind, id }: SessionRow): string {
  const name = KEY.test(id) ? id : createHash('sha256').update(id).digest('hex').slice(0, 50)
  return `${kind}-${name}`
}

function kindOf({ id, kind }: Pick<SessionRow, 'id' | 'kind'>): TransactionKind {
  if (kind === 'payment') throw new Error(`Session ${id} is a payment`)
  return kind
}

const RESOLVES: Readonly<Record<TransactionKind, SessionResolution>> = {
  refund: { mutation: 'refundSessionResolve' },
  capture: { mutation: 'captureSessionResolve' },
  void: { mutation: 'voidSessionResolve' },
}

/** Craftgate's group for a pre-authorization that the bank has let go. */
const EXPIRED_AUTHORIZATION = 'EXPIRED_PROVISION'

/** How Shopify is answered about an operation that has ended; undefined for one that has not. */
function resolutionOfResult(row: SessionRow, result: OperationResult): SessionResolution | undefined {
  const kind = kindOf(row)
  if (result.state === 'done') return RESOLVES[kind]
  if (result.state !== 'failed' || result.passing) return undefined
  const merchantMessage = sentenceIn(row.merchantLocale, result.message)
  if (kind === 'capture') {
    const expired = result.error.group === EXPIRED_AUTHORIZATION
    const code = expired ? 'AUTHORIZATION_EXPIRED' : 'PROCESSING_ERROR'
    return { mutation: 'captureSessionReject', reason: { code, merchantMessage } }
  }
  const mutation = kind === 'refund' ? 'refundSessionReject' : 'voidSessionReject'
  return { mutation, reason: { code: 'PROCESSING_ERROR', merchantMessage } }
}

/** Why an operation has not ended, for the merchant. */
const pendingSentence = ({ merchantLocale }: SessionRow, result: OperationResult): string =>
  sentenceIn(merchantLocale, pendingReason(result)) ?? ''
