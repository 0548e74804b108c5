import { ApiError } from '../../errors/api-error'
import { paymentError } from '../../errors/payment-errors'
import type { PresentedCard } from '../cards/present-card'
import { nextId, type SandboxContext } from '../context'
import { bankReferences } from '../payments/finish-payment'
import type { CardDeposit } from './card-deposit'

type Payout = Pick<CardDeposit, 'merchant' | 'price' | 'currency' | 'description'> & {
  readonly orderId?: string
}

/** Pays money out to a card. Throws the bank's error for a card that does not exist, or an order number used before. */
export function payToCard(ctx: SandboxContext, payout: Payout, { bin, known }: PresentedCard): CardDeposit {
  if (!known) throw ApiError.payment(paymentError(bin ? 'INVALID_CARD_NUMBER' : 'BIN_NOT_FOUND'))
  const { merchant, orderId } = payout
  const isUsed = ctx.state.cardDeposits.some(
    (other) => other.merchant === merchant && other.orderId === orderId,
  )
  if (isUsed) throw ApiError.payment(paymentError('ORDER_ID_ALREADY_USED'))
  const id = nextId(ctx, merchant)
  const { hostReference: referenceId } = bankReferences(id)
  const deposit: CardDeposit = {
    ...payout,
    ...{ id, createdAt: ctx.clock.now(), referenceId, orderId: orderId ?? `CG${referenceId}` },
  }
  ctx.state.cardDeposits.push(deposit)
  return deposit
}
