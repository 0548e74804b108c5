import { decimalText } from '../money/decimal-text'
import type { TransactionBody } from '../session-requests/bodies'
import { deliverSession } from '../session-requests/deliver-session'
import type { PaymentSession } from '../sessions/payment-session'
import { gidOf, sessionId } from '../sessions/session-id'
import type { Transaction, TransactionKind } from '../sessions/transaction'
import { knownSeed, type World } from '../world'
import { sessionOfOrder } from './find-order'
import type { Order } from './order'
import { orderMoney } from './order-money'
import { type Refusal, refusalOf } from './refusal'

export type TransactionStarted =
  | { readonly ok: true; readonly transaction: Transaction }
  | { readonly ok: false; readonly refusal: Refusal }

const types = { refund: 'RefundSession', capture: 'CaptureSession', void: 'VoidSession' } as const

/** The merchant presses refund, capture or void. Resolves when the app has answered, or no try reached it. */
export async function startTransaction(
  world: World,
  order: Order,
  { kind, amount = order.amount }: { readonly kind: TransactionKind; readonly amount?: number },
): Promise<TransactionStarted> {
  const refusal = refusalOf(kind, amount, orderMoney(world, order))
  if (refusal !== undefined) return { ok: false, refusal }
  const transaction = openTransaction(world, sessionOfOrder(world, order), { kind, amount })
  world.state.transactions.push(transaction)
  world.changed()
  await deliverTransaction(world, transaction)
  return { ok: true, transaction }
}

/** Tells the app, for the first time or once more under the same id. */
export async function deliverTransaction(world: World, transaction: Transaction): Promise<void> {
  if (transaction.state === 'undelivered') move(world, transaction, 'pending')
  const delivered = await deliverSession(world.delivery, transaction)
  if (!delivered.ok && transaction.state === 'pending') move(world, transaction, 'undelivered')
  transaction.message = delivered.ok ? transaction.message : (transaction.message ?? delivered.reason)
  world.changed()
}

function move(world: World, transaction: Transaction, state: Transaction['state']): void {
  transaction.state = state
  transaction.history.push({ state, at: world.clock.now() })
  if (state === 'pending') transaction.message = undefined
}

function openTransaction(
  world: World,
  payment: PaymentSession,
  { kind, amount }: { kind: TransactionKind; amount: number },
): Transaction {
  const { shop, checkoutId, currency, test } = payment
  const id = sessionId()
  const gid = gidOf(types[kind], id)
  const money = kind === 'void' ? {} : { amount: decimalText(amount, currency), currency }
  const { locale } = knownSeed(world, shop)
  const body: TransactionBody = {
    ...{ id, gid, payment_id: payment.id, ...money },
    ...{ test, merchant_locale: locale, proposed_at: world.clock.iso() },
  }
  return {
    ...{ kind, id, gid, shop, checkoutId, amount, currency, body },
    ...{ createdAt: world.clock.now(), state: 'pending', history: [] },
  }
}
