import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import { bankDay } from '../clock/istanbul'
import type { Payment } from '../payments/payment'
import { stepRefusal } from '../payments/refusal'
import { bankReferences } from '../payments/settle-payment'
import { announce } from '../webhooks/announce'
import { nextId, type World } from '../world'
import type { Refund, RefundStatus, TransactionRefund } from './refund'
import { ALREADY_REFUNDED, NOT_REFUNDABLE, refundTransaction } from './refund-transaction'
import { heldBack, isReleased, refundableOf } from './refunded'

export interface RefundWish {
  readonly conversationId?: string
  readonly destination: string
}

/** A whole refund: one cancellation, or one refund for each transaction. */
export type WholeRefund =
  | { readonly type: 'CANCEL'; readonly refund: Refund }
  | { readonly type: 'REFUND'; readonly refunds: readonly TransactionRefund[] }

/**
 * Gives all that is left of a payment back. Until the bank's day closes, and when nothing went back before, it is a
 * CANCEL; after that a REFUND of each transaction, which has no id of its own
 * (developer.craftgate.io/api/refund/refund-payment). A pre-authorization that was never captured is always a CANCEL:
 * no money was taken that could be refunded (our reading; the portal does not say).
 */
export function refundPayment(world: World, payment: Payment, wish: RefundWish): WholeRefund {
  if (payment.status !== 'SUCCESS') throw NOT_REFUNDABLE
  if (isReleased(world, payment)) throw RELEASED
  const refunded = heldBack(world, payment)
  if (refunded >= payment.paidPrice) throw ALREADY_REFUNDED
  if (refunded === 0 && canCancel(world, payment))
    return { type: 'CANCEL', refund: cancel(world, payment, wish) }
  const open = payment.transactions.filter((transaction) => refundableOf(world, payment, transaction) > 0)
  const status = takeNextStatus(world)
  const refunds = open.map((transaction) => {
    const amount = refundableOf(world, payment, transaction)
    return refundTransaction(world, { payment, transaction, amount, wish, status })
  })
  return { type: 'REFUND', refunds }
}

/** The bank gave the money back itself when the pre-authorization ran out. */
const RELEASED = ApiError.payment(paymentError('EXPIRED_PROVISION'))

function canCancel(world: World, payment: Payment): boolean {
  if (payment.phase === 'PRE_AUTH') return true
  return bankDay(payment.capturedAt ?? payment.createdAt) === bankDay(world.clock.now())
}

function cancel(world: World, payment: Payment, wish: RefundWish): Refund {
  const id = nextId(world, payment.merchant)
  const refund: Refund = {
    id,
    merchant: payment.merchant,
    paymentId: payment.id,
    createdAt: world.clock.now(),
    conversationId: wish.conversationId,
    currency: payment.currency,
    amount: payment.paidPrice,
    destination: wish.destination,
    status: takeNextStatus(world),
    type: 'CANCEL',
    ...bankReferences(id),
  }
  const refusal = stepRefusal(payment, 'refund')
  if (refusal) Object.assign(refund, { status: 'FAILURE', error: refusal })
  world.state.refunds.push(refund)
  if (refusal) throw ApiError.payment(refusal)
  announceRefund(world, refund)
  return refund
}

export function takeNextStatus(world: World): RefundStatus {
  const status = world.switches.nextRefund ?? 'SUCCESS'
  world.switches.nextRefund = undefined
  return status
}

/** Only successful refunds are told. */
export function announceRefund(world: World, refund: Refund): void {
  if (refund.status !== 'SUCCESS') return
  announce(world, {
    merchant: refund.merchant,
    eventType: 'REFUND',
    status: 'SUCCESS',
    payloadId: String(refund.id),
  })
}
