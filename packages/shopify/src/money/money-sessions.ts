import {
  type CraftgateCommerce,
  money,
  type OperationResult,
  type PaymentOperation,
  resultOf,
} from '@craftgate-commerce/core'
import type { ClaimRow, SessionRow } from '../database'
import { claimOf } from '../sessions/claims'
import type { SessionStore } from '../sessions/session-store'
import type { Teller } from '../telling/teller'
import type { Tries } from '../telling/tries'
import type { Tenant } from '../tenant'
import { decisionOfCall, isMoneyKind, type MoneyKind, waitsFor } from './answer-of'
import { callKey } from './call-key'

export interface MoneySessionsParts {
  readonly sessions: SessionStore
  readonly tries: Tries
  readonly teller: Teller
  /** The core of a tenant; undefined when the shop has no Craftgate keys for this mode. */
  readonly commerceOf: (tenant: Tenant) => Promise<CraftgateCommerce | undefined>
}

/** Refunds, captures and voids: Craftgate first, then Shopify, a rung of the ladder at a time. */
export class MoneySessions {
  constructor(private readonly parts: MoneySessionsParts) {}

  /** Brings a session as far as it gets now. Repeating it moves nothing twice: Shopify's id is the key of the call. */
  async advance(id: string): Promise<void> {
    const { tries, teller } = this.parts
    const row = await tries.begin(id)
    if (row === 'later' || row === 'over') return
    if (row.decision !== null) await teller.send(row)
    else if (await this.perform(row)) await teller.tell(id)
  }

  /** A money call that was left open has ended. Money that goes back by itself is no session of Shopify's. */
  async settled(operation: PaymentOperation): Promise<void> {
    const { sessions, teller } = this.parts
    const id = operation.shopReference
    if (id === undefined || (await sessions.find(id)) === undefined) return
    await sessions.locked(id, async (session) => {
      const { row } = session
      const decision = decisionOfCall(questionOf(row), resultOf(operation))
      if (row.decision === null && decision !== undefined) await teller.decide(session, decision)
    })
    await teller.tell(id)
  }

  /** True when it is known now what Shopify is to be told. */
  private async perform(row: SessionRow): Promise<boolean> {
    const question = questionOf(row)
    const result = await this.call(row, question.kind)
    const known = typeof result === 'string' ? undefined : decisionOfCall(question, result)
    return this.parts.sessions.locked(row.id, async (session) => {
      if (session.row.decision !== null) return false
      if (known === undefined) {
        const why = typeof result === 'string' ? result : waitsFor(question, result)
        await session.change({ trouble: why })
        await session.note(row.told === 'stalled' ? 'stalled' : 'waits', { why })
        return false
      }
      await this.parts.teller.decide(session, known)
      return true
    })
  }

  /** A word instead of a result: it can not be asked of Craftgate yet. */
  private async call(row: SessionRow, kind: MoneyKind): Promise<OperationResult | 'no-keys' | 'not-paid'> {
    const commerce = await this.parts.commerceOf(row)
    if (commerce === undefined) return 'no-keys'
    const held = await this.heldBy(row)
    return held === undefined ? 'not-paid' : CALLS[kind](commerce, requestOf(row, held), row)
  }

  /** The payment of the session that this one is about. */
  private async heldBy({ paymentSessionId }: SessionRow): Promise<ClaimRow | undefined> {
    const { sessions } = this.parts
    const payment = await sessions.find(paymentSessionId ?? '')
    if (payment === undefined) return undefined
    const held = await sessions.transaction((manager) => claimOf(manager, payment))
    return held?.sessionId === payment.id ? held : undefined
  }
}

type Request = ReturnType<typeof requestOf>
type Call = (commerce: CraftgateCommerce, request: Request, row: SessionRow) => Promise<OperationResult>

const CALLS: Readonly<Record<MoneyKind, Call>> = {
  refund: (commerce, request, row) => commerce.refund({ ...request, amount: amountOf(row) }),
  capture: (commerce, request, row) => commerce.capture({ ...request, amount: amountOf(row) }),
  void: (commerce, request) => commerce.void({ ...request, onlyUncaptured: true }),
}

const requestOf = (row: SessionRow, { paymentId }: ClaimRow) => ({
  merchant: row.mode,
  paymentId,
  key: callKey(row),
  shopReference: row.id,
})

function amountOf({ id, amount, currency }: SessionRow) {
  if (amount === null || currency === null) throw new Error(`Session ${id} has no amount`)
  return money(amount, currency)
}

function questionOf({ id, kind, merchantLocale }: SessionRow) {
  if (!isMoneyKind(kind)) throw new Error(`Session ${id} is a payment`)
  return { kind, merchantLocale }
}
