// A member's wallet, its moves and its withdrawals, as Craftgate tells them. developer.craftgate.io/api/wallet
import { z } from 'zod'
import { momentOf } from '../istanbul-time'
import { isCurrency, type Money } from '../money'
import { amountShape, idShape, readAmount } from '../payment'

/** Why a wallet moved; a name that is newer than this list comes as it is. */
export const MOVE_TYPES = [
  'PAYMENT_REDEEM',
  'REFUND_DEPOSIT',
  'WITHDRAW',
  'REFUND_TX_DEPOSIT',
  'CANCEL_REFUND_TO_WALLET',
  'CANCEL_REFUND_WALLET_TO_CARD',
  'REFUND_TX_TO_WALLET',
  'REFUND_WALLET_TX_TO_CARD',
  'REFUND_WALLET_TX_FUND_TRANSFER',
  'MANUAL_REFUND_TX_TO_WALLET',
  'SETTLEMENT_EARNINGS',
  'DEPOSIT_FROM_CARD',
  'DEPOSIT_FROM_APM',
  'DEPOSIT_FROM_FUND_TRANSFER',
  'REMITTANCE',
  'LOYALTY',
  'WITHDRAW_CANCEL',
  'MERCHANT_BALANCE_RESET',
] as const
export type MoveType = (typeof MOVE_TYPES)[number]

/** Types whose money came from somewhere, and can go back there. */
const WITH_A_WAY_BACK: ReadonlySet<string> = new Set<MoveType>([
  'DEPOSIT_FROM_CARD',
  'DEPOSIT_FROM_APM',
  'DEPOSIT_FROM_FUND_TRANSFER',
  'CANCEL_REFUND_TO_WALLET',
  'REFUND_TX_TO_WALLET',
])

/** How much of it can, Craftgate says (`Wallets.refundable`). */
export const isRefundableMove = ({ type }: Pick<WalletMove, 'type'>): boolean => WITH_A_WAY_BACK.has(type)

export interface Wallet {
  readonly id: number
  readonly memberId: number
  readonly balance: Money
  /** What of it may go to a bank account. */
  readonly withdrawable?: Money
  /** The lowest balance, zero or less. */
  readonly limit?: Money
}

export interface WalletMove {
  readonly id: number
  readonly at?: Date
  readonly type: string
  /** Below zero for money that left the wallet. */
  readonly amount: Money
  /** What moved it: a payment, a refund, a remittance … by the type. */
  readonly transactionId?: number
}

export interface WalletMovePage {
  /** In Craftgate's order. */
  readonly moves: readonly WalletMove[]
  readonly count: number
}

/** A seller's wish to have money of his wallet at his bank; the bank pays once the merchant has sent the payout file. */
export interface Withdraw {
  readonly id: number
  readonly at?: Date
  readonly memberId: number
  readonly amount: Money
  readonly description?: string
  /** Craftgate's: WAITING_FOR_PAYOUT, PAYOUT_STARTED, PAYOUT_COMPLETED, CANCELLED … */
  readonly payoutStatus: string
}

export interface WithdrawPage {
  readonly withdraws: readonly Withdraw[]
  readonly count: number
}

const text = z
  .string()
  .nullish()
  .transform((value) => value || undefined)
  .catch(undefined)

const moment = text.transform(momentOf)

const currency = z.string().refine(isCurrency)
const optionalAmount = amountShape.nullish()

export const walletShape = z
  .object({
    id: idShape,
    memberId: idShape,
    currency,
    amount: amountShape,
    withdrawalAmount: optionalAmount,
    negativeAmountLimit: optionalAmount,
  })
  .transform(
    ({ id, memberId, currency: code, amount, ...rest }): Wallet => ({
      ...{ id, memberId, balance: readAmount(amount, code) },
      ...(rest.withdrawalAmount != null && { withdrawable: readAmount(rest.withdrawalAmount, code) }),
      ...(rest.negativeAmountLimit != null && { limit: readAmount(rest.negativeAmountLimit, code) }),
    }),
  )

/** A move's amount is in the currency of its wallet. */
export const movesShape = (code: string) =>
  z.object({
    items: z.array(
      z
        .object({
          id: idShape,
          createdDate: moment,
          walletTransactionType: z.string().catch(''),
          amount: amountShape,
          transactionId: idShape.optional().catch(undefined),
        })
        .transform(
          ({ createdDate: at, walletTransactionType: type, amount, ...rest }): WalletMove => ({
            ...{ ...rest, at, type, amount: readAmount(amount, code) },
          }),
        ),
    ),
    totalSize: z.number().nullish(),
  })

export const withdrawShape = z
  .object({
    id: idShape,
    createdDate: moment,
    status: text,
    memberId: idShape,
    price: amountShape,
    currency,
    description: text,
    payoutStatus: text,
  })
  .transform(
    ({ id, createdDate: at, status, memberId, price, currency: code, ...rest }): Withdraw => ({
      ...{ id, at, memberId, amount: readAmount(price, code), description: rest.description },
      payoutStatus: rest.payoutStatus ?? (status === 'PASSIVE' ? 'CANCELLED' : ''),
    }),
  )

export const withdrawsShape = z.object({ items: z.array(withdrawShape), totalSize: z.number().nullish() })
