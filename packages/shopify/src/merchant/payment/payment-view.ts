import { type CheckoutRecord, operationView } from '@craftgate-commerce/core'
import type { NoteRow, SessionRow } from '../../database'
import type { ShopVisit } from '../page/visit'
import type { MerchantReads } from '../payments/merchant-reads'
import { happenedOf, holderOf } from '../payments/payment-line'
import { type PaymentState, paymentState } from '../payments/payment-state'
import { askCraftgate, type CraftgateAnswer } from './ask-craftgate'

/** All that a payment's page and its JSON say. Nothing in it is of a shopper or of another shop. */
export interface PaymentView {
  readonly session: SessionRow
  readonly state: PaymentState
  readonly craftgate: CraftgateAnswer
  readonly attempts: readonly CheckoutRecord[]
  /** Refunds, captures and voids that Shopify asked for, oldest first. */
  readonly money: readonly SessionRow[]
  readonly calls: readonly ReturnType<typeof operationView>[]
  /** Of the payment and of its refunds, captures and voids, oldest first. */
  readonly notes: readonly NoteRow[]
}

export async function paymentView(
  visit: ShopVisit,
  reads: MerchantReads,
  session: SessionRow,
): Promise<PaymentView> {
  const { parts, lang, shop } = visit
  const { id, mode, group } = session
  const stores = parts.tenants.stores({ shop, mode })
  const [attempts, money, claims] = await Promise.all([
    stores.checkouts.of(id),
    reads.moneySessions(shop, [id]),
    group === null ? [] : reads.claims(shop, [group]),
  ])
  const claim = holderOf(session, claims)
  const held = claims.find((row) => row.mode === mode && row.sessionId === id)?.paymentId
  const paymentId = held ?? attempts.findLast((attempt) => attempt.paymentId !== undefined)?.paymentId
  const [operations, notes] = await Promise.all([
    paymentId === undefined ? [] : stores.operations.of(paymentId),
    reads.notes(shop, [id, ...money.map((row) => row.id)]),
  ])
  return {
    session,
    state: paymentState({ session, claim, attempt: attempts.at(-1)?.state, followed: happenedOf(money) }),
    craftgate: await askCraftgate(visit, mode, { paymentId, operations }),
    attempts,
    money,
    calls: operations.map((operation) => operationView(operation, lang)),
    notes,
  }
}
