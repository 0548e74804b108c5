import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import type { WalletMove } from '../../engine/wallets/wallet'
import { balanceOf, movesOf, WALLET_CURRENCY } from '../../engine/wallets/wallet-balance'
import { ApiError } from '../../errors/api-error'
import { toNumber } from '../../money/minor'
import { type Api, type ApiContext, data } from '../api-context'
import { decimal, isWithin, isWithinAmount, moment, pageOf, paging } from '../query'
import { readId, readQuery } from '../read'

/** developer.craftgate.io/api/wallet/retrieve-member-wallet and search-wallet-transactions */
export function walletRoutes(api: Api, ctx: SandboxContext): void {
  api.get('/wallet/v1/members/:memberId{\\d+}/wallet', (c) => {
    const id = readId(c, 'memberId')
    const amount = toNumber(requireBalance(ctx, c, id), WALLET_CURRENCY)
    const moves = movesOf(ctx, c.get('merchant').apiKey, id)
    // The seed knows no day on which a wallet was made: it is as old as its first move.
    const now = ctx.clock.now()
    return data(c, {
      ...{
        id,
        memberId: id,
        amount,
        withdrawalAmount: amount,
        negativeAmountLimit: 0,
        currency: WALLET_CURRENCY,
      },
      createdDate: localTime(moves[0]?.createdAt ?? now),
      updatedDate: localTime(moves.at(-1)?.createdAt ?? now),
    })
  })

  api.get('/wallet/v1/wallets/:walletId{\\d+}/wallet-transactions', (c) => {
    const id = readId(c, 'walletId')
    requireBalance(ctx, c, id)
    const search = readQuery(c, moveSearch)
    const found = movesOf(ctx, c.get('merchant').apiKey, id).filter((move) => matches(move, search))
    return data(c, pageOf(found, search, moveView))
  })
}

/** A list in a query, joined by commas. */
const types = z.string().transform((text) => text.split(','))

const moveSearch = z.object({
  ...paging,
  walletTransactionTypes: types.optional(),
  walletTransactionType: types.optional(),
  minCreatedDate: moment.optional(),
  maxCreatedDate: moment.optional(),
  minAmount: decimal.optional(),
  maxAmount: decimal.optional(),
})

function matches(move: WalletMove, search: z.output<typeof moveSearch>): boolean {
  const wanted = search.walletTransactionTypes ?? search.walletTransactionType
  return (
    (wanted === undefined || wanted.includes(move.type)) &&
    isWithin(move.createdAt, search.minCreatedDate, search.maxCreatedDate) &&
    isWithinAmount(move.amount, move.currency, search.minAmount, search.maxAmount)
  )
}

const moveView = ({ id, type, amount, currency, createdAt, transactionId, memberId }: WalletMove) => ({
  ...{ id, walletTransactionType: type, amount: toNumber(amount, currency), transactionId },
  ...{ walletId: memberId, createdDate: localTime(createdAt) },
})

function requireBalance(ctx: SandboxContext, c: ApiContext, memberId: number): number {
  const balance = balanceOf(ctx, c.get('merchant'), memberId)
  if (balance === undefined) throw NO_WALLET
  return balance
}

const NO_WALLET = ApiError.invalid('4180', { tr: 'Cüzdan bulunamadı', en: 'The wallet was not found' })
