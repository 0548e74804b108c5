import { type BeginResult, type CraftgateCommerce, type Money, money } from '@craftgate-commerce/core'
import type { EntityManager } from 'typeorm'
import type { Clock } from '../context/clock'
import { modeOf, type Tenant } from '../context/tenant'
import type { SessionKind, SessionRow } from '../database'
import { rejectWithoutKeys } from '../payments/session-resolution'
import type { Contacts } from '../sessions/contacts'
import { type SessionStore, SessionTransaction } from '../sessions/session-store'
import type { RetryScheduler } from '../shopify-sync/retry-scheduler'
import type { SessionReporter } from '../shopify-sync/session-reporter'
import type { TransactionKind } from '../transactions/transaction-sessions'
import type { PaymentRequest, TransactionRequest } from './session-requests'

export interface StartPaymentSessionDeps {
  readonly sessions: SessionStore
  readonly contacts: Contacts
  readonly reporter: SessionReporter
  readonly commerceOf: (tenant: Tenant) => Promise<CraftgateCommerce | undefined>
  /** Our own page, for a session that cannot be paid. */
  readonly returnLinkOf: (tenant: Tenant, reference: string) => string
  readonly clock: Clock
}

export interface ShopifyCaller {
  readonly shop: string
  readonly apiVersion: string
}

/**
 * Writes a payment session down and answers where its shopper goes; asks neither Craftgate nor Shopify. A session that
 * is repeated is answered as the first time, whatever else it says, unless the shop lost its Craftgate keys meanwhile.
 * Undefined when the id is not this shop's.
 */
export class StartPaymentSession {
  constructor(private readonly deps: StartPaymentSessionDeps) {}

  async start(caller: ShopifyCaller, request: PaymentRequest): Promise<string | undefined> {
    const tenant = { shop: caller.shop, mode: modeOf(request) }
    const commerce = await this.deps.commerceOf(tenant)
    await this.write(caller, request, commerce !== undefined)
    const session = await this.deps.sessions.find(request.id)
    if (session?.kind !== 'payment' || session.shop !== tenant.shop || session.mode !== tenant.mode)
      return undefined
    if (commerce === undefined || session.resolution?.mutation === 'paymentSessionReject')
      return this.deps.returnLinkOf(tenant, session.id)
    return (await beginAttempt(commerce, session)).payLink
  }

  private async write(caller: ShopifyCaller, request: PaymentRequest, payable: boolean): Promise<void> {
    const row = await this.rowOf(caller, request)
    return this.deps.sessions.transaction(async (manager) => {
      const isNew = await this.deps.sessions.insert(manager, row)
      if (isNew) await this.open(manager, request, payable)
    })
  }

  private async open(manager: EntityManager, request: PaymentRequest, payable: boolean): Promise<void> {
    const session = await SessionTransaction.lock(manager, request.id, this.deps.clock())
    await session.addEvent('started', { kind: request.phase })
    if (!payable) await this.deps.reporter.setResolution(session, rejectWithoutKeys(request.merchantLocale))
  }

  private async rowOf(caller: ShopifyCaller, request: PaymentRequest): Promise<SessionRow> {
    const { group, phase, cancelUrl, buyerLocale, contact } = request
    return {
      ...newSessionRow({ ...request, kind: 'payment' }, caller, this.deps.clock()),
      ...(await this.deps.contacts.columnsOf(request.id, contact)),
      group,
      phase,
      cancelUrl,
      buyerLocale,
    }
  }
}

/** The attempt of a session; the same one however often it is begun. */
function beginAttempt(commerce: CraftgateCommerce, session: SessionRow): Promise<BeginResult> {
  const { id, mode, phase, amount, currency } = session
  if (amount === null || currency === null || phase === null) throw new Error(`Session ${id} is no payment`)
  return commerce.begin({
    reference: id,
    merchant: mode,
    order: id,
    phase,
    expected: money(amount, currency),
  })
}

export interface StartTransactionSessionDeps {
  readonly sessions: SessionStore
  readonly retries: RetryScheduler
  readonly clock: Clock
}

/** started: written down, and repeated ids too. unknown: not a payment of this shop and mode. wrong-currency: of another. */
export type StartResult = 'started' | 'unknown' | 'wrong-currency'

/** Writes a refund, capture or void down, with the job that makes it: both or neither. */
export class StartTransactionSession {
  constructor(private readonly deps: StartTransactionSessionDeps) {}

  async start(
    kind: TransactionKind,
    caller: ShopifyCaller,
    request: TransactionRequest,
  ): Promise<StartResult> {
    const { sessions, retries, clock } = this.deps
    const payment = await sessions.find(request.paymentSessionId)
    if (!payment || !isOf(payment, caller, request)) return 'unknown'
    if (request.money && request.money.currency !== payment.currency) return 'wrong-currency'
    const row = {
      ...newSessionRow({ ...request, kind }, caller, clock()),
      paymentSessionId: payment.id,
    }
    const isNew = await sessions.transaction(async (manager) => {
      if (!(await sessions.insert(manager, row))) return false
      const session = await SessionTransaction.lock(manager, row.id, clock())
      await session.addEvent('started', { kind })
      await retries.restart(session)
      return true
    })
    if (isNew) return 'started'
    const known = await sessions.find(row.id)
    return known?.kind === kind && known.paymentSessionId === payment.id ? 'started' : 'unknown'
  }
}

const isOf = (payment: SessionRow, { shop }: ShopifyCaller, request: TransactionRequest): boolean =>
  payment.kind === 'payment' && payment.shop === shop && payment.mode === modeOf(request)

export interface SessionRequest {
  readonly kind: SessionKind
  readonly id: string
  readonly gid: string
  readonly test: boolean
  readonly money: Money | undefined
  readonly merchantLocale: string
  readonly proposedAt: Date | null
}

/** A session of any kind as it is first written: without a resolution, and nothing was attempted. */
export function newSessionRow(
  { kind, id, gid, money, merchantLocale, proposedAt, ...request }: SessionRequest,
  { shop, apiVersion }: ShopifyCaller,
  now: Date,
): SessionRow {
  return {
    id,
    shop,
    mode: modeOf(request),
    kind,
    gid,
    apiVersion,
    group: null,
    paymentSessionId: null,
    amount: money?.minor ?? null,
    currency: money?.currency ?? null,
    phase: null,
    cancelUrl: null,
    merchantLocale,
    buyerLocale: null,
    contact: null,
    emailHash: null,
    phoneHash: null,
    decline: null,
    resolution: null,
    followedBy: null,
    syncStatus: null,
    attempts: 0,
    nextAttemptAt: null,
    lastError: null,
    mayHaveBeenApplied: false,
    redirectUrl: null,
    proposedAt,
    createdAt: now,
    changedAt: now,
  }
}
