import { toNumber } from '../../money/minor'
import { nextId, type SandboxContext } from '../context'
import { METHODS } from '../methods/methods'
import type { Payment } from '../payments/payment'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import { walletOf } from './find-wallet'
import type { WalletMove } from './wallet'

type Move = Pick<WalletMove, 'type' | 'amount' | 'returnable' | 'loyalty' | 'transactionId'> & {
  readonly id?: number
}

type Buyer = Pick<Payment, 'merchant' | 'buyerMemberId' | 'currency'>

/** Writes a move of a member's wallet down and tells the merchant, as the portal prints WALLET_TX_CREATED. */
export function writeMove(ctx: SandboxContext, buyer: Buyer, { id, ...move }: Move): void {
  const { merchant, buyerMemberId: memberId, currency } = buyer
  if (memberId === undefined || move.amount === 0) return
  const created: WalletMove = {
    ...{ id: id ?? nextId(ctx, merchant), merchant, memberId, currency, createdAt: ctx.clock.now() },
    ...move,
  }
  ctx.state.walletMoves.push(created)
  const { type: walletTransactionType, transactionId } = created
  const { id: walletId } = walletOf(ctx, created)
  enqueueWebhook(ctx, {
    ...{ merchant, eventType: 'WALLET_TX_CREATED', status: 'SUCCESS', payloadId: String(walletId) },
    payload: {
      ...{ currency, walletTransactionType, id: created.id, memberId, transactionId, walletId },
      amount: toNumber(created.amount, currency),
    },
  })
}

/** What a successful payment does to the buyer's wallet: a deposit fills it, a wallet's share leaves it. */
export function moveForPayment(ctx: SandboxContext, payment: Payment): void {
  const { id: transactionId, deposit, walletPrice = 0, price } = payment
  if (deposit)
    writeMove(ctx, payment, {
      ...{ id: deposit.walletTransactionId, type: depositType(payment), amount: price, transactionId },
    })
  writeMove(ctx, payment, { type: 'PAYMENT_REDEEM', amount: -walletPrice, transactionId })
}

export function depositType({ method }: Payment) {
  if (method === 'FUND_TRANSFER') return 'DEPOSIT_FROM_FUND_TRANSFER'
  return METHODS[method].paymentType === 'APM' ? 'DEPOSIT_FROM_APM' : 'DEPOSIT_FROM_CARD'
}

interface Returned {
  readonly id: number
  readonly amount: number
  readonly destination: string
  readonly walletAmount?: number
  readonly transactionId?: number
}

/** What comes back into the buyer's wallet: all of a refund that goes there, else the share that the wallet had paid. */
export function moveForRefund(ctx: SandboxContext, payment: Payment, refund: Returned): void {
  const isPart = refund.transactionId !== undefined
  const all = isPart ? 'REFUND_TX_TO_WALLET' : 'CANCEL_REFUND_TO_WALLET'
  const share = isPart ? 'REFUND_TX_DEPOSIT' : 'REFUND_DEPOSIT'
  const toWallet = refund.destination === 'WALLET'
  const { amount, walletAmount = 0 } = refund
  writeMove(ctx, payment, {
    type: toWallet ? all : share,
    amount: toWallet ? amount : walletAmount,
    returnable: toWallet ? amount - walletAmount : 0,
    transactionId: refund.id,
  })
}
