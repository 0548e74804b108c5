import type { EmulatorContext } from '../context/emulator-context'
import { gidOf, sessionId } from '../context/ids'
import type { Order } from '../context/order'
import type { PaymentSession } from '../context/payment-session'
import { knownSeed } from '../context/shops'
import type { Transaction, TransactionBody, TransactionKind } from '../context/transaction'
import { decimalText } from '../money/amount-text'
import { sessionOfOrder } from '../orders/order'
import { orderMoney } from '../orders/order-money'
import { type Refusal, refusalOf } from '../orders/refusal'
import { deliverSession, proposedAt } from '../session-delivery/deliver-session'

export type StartTransactionResult =
  | { readonly ok: true; readonly transaction: Transaction }
  | { readonly ok: false; readonly refusal: Refusal }

const GID_TYPES = { refund: 'RefundSession', capture: 'CaptureSession', void: 'VoidSession' } as const

/** The merchant presses refund, capture or void. Resolves when the app has answered, or no try reached it. */
export async function startTransaction(
  ctx: EmulatorContext,
  order: Order,
  { kind, amount = order.amount }: { readonly kind: TransactionKind; readonly amount?: number },
): Promise<StartTransactionResult> {
  const refusal = refusalOf(kind, amount, orderMoney(ctx, order))
  if (refusal !== undefined) return { ok: false, refusal }
  const transaction = openTransaction(ctx, sessionOfOrder(ctx, order), { kind, amount })
  ctx.state.transactions.push(transaction)
  ctx.changed()
  await deliverTransaction(ctx, transaction)
  return { ok: true, transaction }
}

/** Posts the session to the app, for the first time or once more under the same id. */
export async function deliverTransaction(ctx: EmulatorContext, transaction: Transaction): Promise<void> {
  if (transaction.state === 'undelivered') moveTo(ctx, transaction, 'pending')
  const delivered = await deliverSession(ctx.delivery, transaction)
  transaction.startAnswered ||= delivered.ok
  if (!delivered.ok && transaction.state === 'pending') moveTo(ctx, transaction, 'undelivered')
  transaction.message = delivered.ok ? transaction.message : (transaction.message ?? delivered.reason)
  ctx.changed()
}

function moveTo(ctx: EmulatorContext, transaction: Transaction, state: Transaction['state']): void {
  transaction.state = state
  transaction.history.push({ state, at: ctx.clock.now() })
  if (state === 'pending') transaction.message = undefined
}

function openTransaction(
  ctx: EmulatorContext,
  payment: PaymentSession,
  { kind, amount }: { kind: TransactionKind; amount: number },
): Transaction {
  const { shop, checkoutId, currency, test } = payment
  const id = sessionId()
  const gid = gidOf(GID_TYPES[kind], id)
  const money = kind === 'void' ? {} : { amount: decimalText(amount, currency), currency }
  const { locale } = knownSeed(ctx, shop)
  const body: TransactionBody = {
    ...{ id, gid, payment_id: payment.id, ...money },
    ...{ test, merchant_locale: locale, proposed_at: proposedAt(ctx.clock.now()) },
  }
  return {
    ...{ kind, id, gid, shop, checkoutId, amount, currency, body },
    ...{ createdAt: ctx.clock.now(), state: 'pending', startAnswered: false, history: [] },
  }
}
