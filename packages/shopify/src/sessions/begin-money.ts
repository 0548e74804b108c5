import type { SessionRow } from '../database'
import type { Clock } from '../house'
import type { MoneyKind } from '../money/answer-of'
import type { Tries } from '../telling/tries'
import { modeOf } from '../tenant'
import type { ShopifyCaller } from './begin-payment'
import { LockedSession } from './locked-session'
import { newSession } from './new-session'
import type { OperationRequest } from './requests/money-request'
import type { SessionStore } from './session-store'

export interface BeginMoneyParts {
  readonly sessions: SessionStore
  readonly tries: Tries
  readonly clock: Clock
}

/** taken: written down, and repeated ids too. unknown: not a payment of this shop and mode. wrong-currency: of another. */
export type BegunMoney = 'taken' | 'unknown' | 'wrong-currency'

/** Writes a refund, capture or void down, with the job that makes it: both or neither. */
export class BeginMoney {
  constructor(private readonly parts: BeginMoneyParts) {}

  async begin(kind: MoneyKind, caller: ShopifyCaller, request: OperationRequest): Promise<BegunMoney> {
    const { sessions, tries, clock } = this.parts
    const payment = await sessions.find(request.paymentSessionId)
    if (!payment || !isOf(payment, caller, request)) return 'unknown'
    if (request.money && request.money.currency !== payment.currency) return 'wrong-currency'
    const row = { ...newSession({ ...request, kind }, caller, clock()), paymentSessionId: payment.id }
    const isNew = await sessions.transaction(async (manager) => {
      if (!(await sessions.insert(manager, row))) return false
      const session = await LockedSession.lock(manager, row.id, clock())
      await session.note('asked', { kind })
      await tries.restart(session)
      return true
    })
    if (isNew) return 'taken'
    const known = await sessions.find(row.id)
    return known?.kind === kind && known.paymentSessionId === payment.id ? 'taken' : 'unknown'
  }
}

const isOf = (payment: SessionRow, { shop }: ShopifyCaller, request: OperationRequest): boolean =>
  payment.kind === 'payment' && payment.shop === shop && payment.mode === modeOf(request)
