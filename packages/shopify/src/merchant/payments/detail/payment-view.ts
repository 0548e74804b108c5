import type { CheckoutRecord, PaymentRef } from '@craftgate-commerce/core'
import { operationView } from '@craftgate-commerce/core/adapter'
import type { SessionEventRow, SessionRow } from '../../../database'
import type { AuthenticatedRequest } from '../../http/merchant-request'
import type { MerchantQueries } from '../../queries/merchant-queries'
import { happenedOf, winnerOf } from '../list/payment-line'
import { type PaymentStatus, paymentStatus } from '../list/payment-status'
import { askCraftgate, type CraftgateAnswer } from './ask-craftgate'

/** All that a payment's JSON says. Nothing in it is of a shopper or of another shop. */
export interface PaymentView {
  readonly session: SessionRow
  readonly state: PaymentStatus
  readonly craftgate: CraftgateAnswer
  readonly attempts: readonly CheckoutRecord[]
  /** Refunds, captures and voids that Shopify asked for, oldest first. */
  readonly transactions: readonly SessionRow[]
  readonly operations: readonly ReturnType<typeof operationView>[]
  /** Of the payment and of its refunds, captures and voids, oldest first. */
  readonly events: readonly SessionEventRow[]
}

export async function paymentView(
  request: AuthenticatedRequest,
  queries: MerchantQueries,
  session: SessionRow,
): Promise<PaymentView> {
  const { deps, lang, shop } = request
  const { id, mode, group } = session
  const stores = deps.tenants.stores({ shop, mode })
  const [attempts, transactions, groupWinners] = await Promise.all([
    stores.checkouts.of(id),
    queries.transactionSessions(shop, [id]),
    group === null ? [] : queries.groupWinners(shop, [group]),
  ])
  const won = groupWinners.find((row) => row.mode === mode && row.sessionId === id)
  const payment = won ?? newestPayment(attempts)
  const [operations, events] = await Promise.all([
    payment === undefined ? [] : stores.operations.of(payment),
    queries.events(shop, [id, ...transactions.map((row) => row.id)]),
  ])
  return {
    session,
    state: paymentStatus({
      session,
      winner: winnerOf(session, groupWinners),
      attempt: attempts.at(-1)?.state,
      followed: happenedOf(transactions),
    }),
    craftgate: await askCraftgate(request, mode, { payment, operations }),
    attempts,
    transactions,
    operations: operations.map((operation) => operationView(operation, lang)),
    events,
  }
}

/** The lead payment of the newest attempt that has one. */
function newestPayment(attempts: readonly CheckoutRecord[]): PaymentRef | undefined {
  const paid = attempts.findLast(({ paymentIds }) => paymentIds.length > 0)
  const paymentId = paid?.paymentIds[0]
  return paid && paymentId !== undefined ? { account: paid.account, paymentId } : undefined
}
