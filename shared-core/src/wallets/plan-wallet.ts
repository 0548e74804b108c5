// What is looked at before money of a wallet moves: rules of the documentation, and what the request needs.
import type { CraftgateClient } from '../client/craftgate-client'
import { readAnswer } from '../client/read-answer'
import { isRefusal } from '../errors'
import { memberShape } from '../members/member'
import { atMost } from '../messages/wallets'
import { compare, type Money, money } from '../money'
import { sameAmount } from '../operations/operation'
import type { WalletOrder } from './perform'
import { merchantWallet, movesOf, refundableOf, walletOf, withdrawOf } from './read-wallets'
import { paidIntoWallets } from './settlement'
import type { Wallet } from './wallet'
import type { WalletOperation } from './wallet-operation'
import { refundsOfMove } from './wallet-request'
import { refused } from './wallet-result'
import type { WalletResult } from './wallets'

interface Asked {
  readonly key: string
  readonly memberId: number
  readonly amount: Money
}

interface Reasoned extends Asked {
  readonly reason: string
}

type Plan = Pick<WalletOperation, 'details'> | WalletResult

const LONGEST_REASON = 200

/** A remittance; a marketplace's to a seller has a reason type of its own (developer.craftgate.io/api). */
export function creditOrDebit(
  kind: 'credit' | 'debit',
  account: string,
  { key, memberId, amount, reason: typed }: Reasoned,
): WalletOrder {
  const reason = typed.trim()
  return {
    ...{ key, account, kind, memberId, amount },
    async plan(client) {
      if (reason === '' || reason.length > LONGEST_REASON) return refused('reason')
      const isSeller = await isSellerOf(client, memberId)
      if (isSeller === undefined) return refused('no-member')
      const details = { reason, ...(isSeller && { toSeller: true as const }) }
      return inWallet(client, { memberId, amount }, ({ id }) => ({ details: { ...details, walletId: id } }))
    },
  }
}

export function deposit(account: string, { key, memberId, amount }: Asked): WalletOrder {
  return {
    ...{ key, account, kind: 'deposit', memberId, amount },
    plan: (client) => inWallet(client, { memberId, amount }, ({ id }) => ({ details: { walletId: id } })),
  }
}

export function withdraw(account: string, { key, memberId, amount, reason: typed }: Reasoned): WalletOrder {
  const reason = typed.trim()
  return {
    ...{ key, account, kind: 'withdraw', memberId, amount },
    async plan(client) {
      if (reason === '' || reason.length > LONGEST_REASON) return refused('reason')
      return inWallet(client, { memberId, amount }, ({ id, withdrawable }) =>
        withdrawable && compare(amount, withdrawable) > 0
          ? refused('amount', atMost(withdrawable))
          : { details: { walletId: id, reason } },
      )
    },
  }
}

interface AskedToCancel {
  readonly key: string
  readonly withdrawId: number
}

/** Whose withdrawal it is and how much, Craftgate says. */
export async function withdrawCancel(
  client: CraftgateClient,
  account: string,
  { key, withdrawId }: AskedToCancel,
): Promise<WalletOrder | WalletResult> {
  const withdraw = await withdrawOf(client, withdrawId)
  if (withdraw === undefined) return refused('no-withdraw')
  const { memberId, amount, payoutStatus } = withdraw
  return {
    ...{ key, account, kind: 'cancel-withdraw', memberId, amount },
    plan: async () =>
      payoutStatus === 'WAITING_FOR_PAYOUT'
        ? { details: { walletId: 0, subject: withdrawId } }
        : refused('not-cancellable'),
  }
}

/** "Refundable amounts" are asked for before each: never more than the wallet holds. */
export function refundOfMove(
  account: string,
  { key, memberId, amount, moveId }: Asked & { readonly moveId: number },
): WalletOrder {
  return {
    ...{ key, account, kind: 'refund', memberId, amount },
    plan: (client) =>
      inWallet(client, { memberId, amount }, async ({ id }) => {
        const left = await refundableOf(client, moveId, amount.currency)
        if (compare(amount, left) > 0) return refused('amount', atMost(left))
        const earlier = (await refundsOfMove(client, moveId)).map((refund) => refund.id)
        return { details: { walletId: id, subject: moveId, earlier } }
      }),
  }
}

export function reset(
  account: string,
  { key, memberId, balance }: { readonly key: string; readonly memberId: number; readonly balance: Money },
): WalletOrder {
  return {
    ...{ key, account, kind: 'reset', memberId, amount: balance },
    async plan(client) {
      const wallet = await merchantWallet(client)
      if (!sameAmount(wallet.balance, balance)) return refused('balance-changed')
      if (balance.minor === 0) return refused('amount')
      const earlier = await movesOf(client, {
        ...{ walletId: wallet.id, currency: balance.currency, types: ['MERCHANT_BALANCE_RESET'] as const },
        ...{ page: 0, size: 50 },
      })
      return { details: { walletId: wallet.id, earlier: earlier.moves.map(({ id }) => id) } }
    },
  }
}

interface AskedToSettle {
  readonly key: string
  readonly excludedSellers?: readonly number[]
}

/** What was paid into wallets before it is remembered: an answer that is lost is known by what is new. */
export const settlement = (
  account: string,
  { key, excludedSellers: excluded = [] }: AskedToSettle,
  now: Date,
): WalletOrder => ({
  ...{ key, account, kind: 'settle', memberId: 0, amount: money(0, 'TRY') },
  plan: async (client) => ({
    details: { walletId: 0, excluded, earlier: await paidIntoWallets(client, now, now) },
  }),
})

/** The plan for the member's wallet, when it is in the amount's currency. */
async function inWallet(
  client: CraftgateClient,
  { memberId, amount }: Pick<Asked, 'memberId' | 'amount'>,
  plan: (wallet: Wallet) => Plan | Promise<Plan>,
): Promise<Plan> {
  if (amount.minor <= 0) return refused('amount')
  const wallet = await walletOf(client, memberId)
  return wallet?.balance.currency === amount.currency ? plan(wallet) : refused('no-wallet')
}

/** Undefined when there is no such member. */
async function isSellerOf(client: CraftgateClient, memberId: number): Promise<boolean | undefined> {
  try {
    const answer = await client.call('retrieveMember', { path: { memberId } })
    return readAnswer(memberShape, answer, 'a member').isSubMerchant
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}
