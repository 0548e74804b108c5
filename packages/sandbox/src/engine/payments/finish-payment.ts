import { createHash } from 'node:crypto'
import type { PaymentError } from '../../errors/payment-errors'
import { storeCard } from '../cards/card-storage'
import { cardByMask } from '../cards/test-card'
import type { SandboxContext } from '../context'
import { moveForPayment } from '../wallets/move-wallet'
import type { Failure, Payment } from './payment'

/** The bank said yes: references, and the card is kept when that was asked for. */
export function succeed(ctx: SandboxContext, payment: Payment): void {
  payment.status = 'SUCCESS'
  payment.error = undefined
  payment.awaits = undefined
  // What the wallet pays whole has no bank.
  if (payment.walletPrice !== payment.paidPrice) Object.assign(payment, bankReferences(payment.id))
  moveForPayment(ctx, payment)
  keepCard(ctx, payment)
}

export function fail(payment: Payment, error: PaymentError | Failure): void {
  payment.status = 'FAILURE'
  payment.error = error
  payment.awaits = undefined
  if (payment.loan) payment.loan.action = 'NONE'
}

/** References that look like a bank's and are the same at every run. */
export function bankReferences(id: number): { authCode: string; hostReference: string; transId: string } {
  const digits = BigInt(`0x${createHash('sha256').update(String(id)).digest('hex').slice(0, 15)}`)
  const text = String(digits).padStart(18, '0')
  return { authCode: text.slice(0, 6), hostReference: text.slice(0, 12), transId: text.slice(3, 18) }
}

function keepCard(ctx: SandboxContext, { merchant, card }: Payment): void {
  const known = card && cardByMask(card.bin, card.lastFour)
  if (!card?.storeAfterSuccess || card.stored || !known) return
  const { holder, alias, cardUserKey, expireYear, expireMonth } = card
  const stored = storeCard(ctx, merchant, { known, holder, alias, cardUserKey, expireYear, expireMonth })
  card.cardUserKey = stored.cardUserKey
  card.cardToken = stored.cardToken
}
