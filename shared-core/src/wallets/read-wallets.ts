// What is asked of Craftgate about wallets. Each throws CraftgateError.
import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { CraftgateClient, RequestBody } from '../client/craftgate-client'
import { unreadableAnswer } from '../client/errors'
import { readAnswer } from '../client/read-answer'
import { isRefusal } from '../errors'
import type { CurrencyCode, Money } from '../money'
import { amountShape, readAmount } from '../payment'
import {
  type MoveType,
  movesShape,
  type Wallet,
  type WalletMove,
  type Withdraw,
  walletShape,
  withdrawShape,
  withdrawsShape,
} from './wallet'
import type { WalletOperation } from './wallet-operation'

type WireCurrency = RequestBody<'createWithdraw'>['currency']

const WALLET = 'a wallet'
const PAGE_SIZE = 50
/** More than any wallet moves, or any seller withdraws, while one answer is being waited for. */
const MOST_PAGES = 20
/** A question looks back further than the request is old, by more than any clock or zone differs. */
const EARLIER_MS = 6 * 3_600_000

/** Undefined for a member who has none; of several the one that was opened first. */
export async function walletOf(client: CraftgateClient, memberId: number): Promise<Wallet | undefined> {
  try {
    return readAnswer(walletShape, await client.call('retrieveMemberWallet', { path: { memberId } }), WALLET)
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** Opens a wallet; the one that there is, when he has one in this currency. */
export async function openWallet(
  client: CraftgateClient,
  memberId: number,
  currency: CurrencyCode,
): Promise<Wallet> {
  const existing = await walletOf(client, memberId)
  if (existing?.balance.currency === currency) return existing
  const path = { memberId }
  const body = { currency: currency as WireCurrency }
  const limits = { idempotencyKey: randomUUID() }
  try {
    return readAnswer(walletShape, await client.call('createMemberWallet', { path, body }, limits), WALLET)
  } catch (error) {
    // Somebody opened it in this moment, or the answer to our own request was lost.
    const opened = await walletOf(client, memberId)
    if (opened?.balance.currency === currency) return opened
    throw error
  }
}

export async function merchantWallet(client: CraftgateClient): Promise<Wallet> {
  return readAnswer(walletShape, await client.call('retrieveMerchantWallet', {}), WALLET)
}

export interface MoveQuery {
  readonly walletId: number
  readonly currency: CurrencyCode
  readonly types?: readonly MoveType[]
  readonly since?: Date
  readonly page: number
  readonly size: number
}

export async function movesOf(client: CraftgateClient, query: MoveQuery) {
  const { walletId, currency, types, since, page, size } = query
  const answer = await client.call('searchWalletTransactions', {
    path: { walletId },
    query: {
      ...{ page, size },
      ...(types && { walletTransactionTypes: [...types] }),
      ...(since && { minCreatedDate: since.toISOString() }),
    },
  })
  const { items, totalSize } = readAnswer(movesShape(currency), answer, 'moves of a wallet')
  return { moves: items, count: totalSize ?? items.length }
}

/** All moves of this type since shortly before the operation was written down. */
export function searchMoves(
  client: CraftgateClient,
  { details: { walletId }, amount: { currency }, createdAt }: WalletOperation,
  type: MoveType,
): Promise<readonly WalletMove[]> {
  const query = { walletId, currency, types: [type], since: before(createdAt), size: PAGE_SIZE }
  return allPages(async (page) => {
    const { moves, count } = await movesOf(client, { ...query, page })
    return { items: moves, count }
  })
}

export interface WithdrawQuery {
  readonly memberId?: number
  readonly page: number
}

export async function withdrawsOf(client: CraftgateClient, { memberId, page }: WithdrawQuery) {
  const query = { ...(memberId && { memberId }), page, size: 25 }
  const answer = await client.call('searchWithdraws', { query })
  const { items, totalSize } = readAnswer(withdrawsShape, answer, 'withdrawals')
  return { withdraws: items, count: totalSize ?? items.length }
}

/** Undefined when there is none of this number. */
export async function withdrawOf(client: CraftgateClient, withdrawId: number): Promise<Withdraw | undefined> {
  try {
    return readAnswer(
      withdrawShape,
      await client.call('retrieveWithdraw', { path: { withdrawId } }),
      'a withdrawal',
    )
  } catch (error) {
    if (isRefusal(error)) return undefined
    throw error
  }
}

/** The member's withdrawals since shortly before the operation was written down. */
export function searchWithdraws(
  client: CraftgateClient,
  { memberId, amount, createdAt }: WalletOperation,
): Promise<readonly Withdraw[]> {
  const currency = amount.currency as WireCurrency
  const query = { memberId, currency, minCreatedDate: before(createdAt).toISOString(), size: PAGE_SIZE }
  return allPages(async (page) => {
    const answer = await client.call('searchWithdraws', { query: { ...query, page } })
    const { items, totalSize } = readAnswer(withdrawsShape, answer, 'withdrawals')
    return { items, count: totalSize ?? items.length }
  })
}

/** What of a move can still go back to where its money came from; in the currency of its wallet. */
export async function refundableOf(
  client: CraftgateClient,
  walletTransactionId: number,
  currency: CurrencyCode,
): Promise<Money> {
  const path = { walletTransactionId }
  const answer = await client.call('retrieveRefundableAmountOfWalletTransaction', { path })
  const { refundableAmount } = readAnswer(refundableShape, answer, 'a refundable amount')
  return readAmount(refundableAmount, currency)
}

const refundableShape = z.object({ refundableAmount: amountShape })

const before = (at: Date): Date => new Date(at.getTime() - EARLIER_MS)

interface PageOf<T> {
  readonly items: readonly T[]
  readonly count: number
}

/** Throws for more pages than there can be: a question that saw only a part must not be answered with "no". */
async function allPages<T>(read: (page: number) => Promise<PageOf<T>>): Promise<readonly T[]> {
  const all: T[] = []
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const { items, count } = await read(page)
    all.push(...items)
    if (items.length === 0 || all.length >= count) return all
  }
  throw unreadableAnswer('a list of so many pages', undefined)
}
