import { z } from 'zod'
import { localTime } from '../../engine/clock/istanbul'
import type { SandboxContext } from '../../engine/context'
import { requireMember } from '../../engine/members/find-member'
import { merchantWallet, NO_WALLET, walletsOf } from '../../engine/wallets/find-wallet'
import { limitWallet, openWallet } from '../../engine/wallets/open-wallet'
import { resetMerchantWallet } from '../../engine/wallets/reset-merchant-wallet'
import type { Wallet, WalletMove } from '../../engine/wallets/wallet'
import { movesOf } from '../../engine/wallets/wallet-balance'
import { requireMinor, toNumber } from '../../money/minor'
import { type Api, type ApiContext, data } from '../api-context'
import { currency, queryList } from '../fields'
import { decimal, isWithin, isWithinAmount, moment, pageOf, paging } from '../query'
import { readBody, readId, readQuery } from '../read'
import { merchantWalletView, walletView } from './wallet-view'

/** developer.craftgate.io/api/wallet: members' wallets with their moves, and the merchant's own. */
export function walletRoutes(api: Api, ctx: SandboxContext): void {
  const requireOne = (c: ApiContext, isIt: (wallet: Wallet) => boolean): Wallet => {
    const wallet = walletsOf(ctx, c.get('merchant')).find(isIt)
    if (!wallet) throw NO_WALLET
    return wallet
  }

  /** The path names no currency: of several wallets this is the one that was opened first. */
  api.get('/wallet/v1/members/:memberId{\\d+}/wallet', (c) => {
    const wallet = requireOne(c, ({ memberId }) => memberId === readId(c, 'memberId'))
    return data(c, walletView(ctx, wallet))
  })

  api.post('/wallet/v1/members/:memberId{\\d+}/wallets', (c) => {
    const { currency: code, negativeAmountLimit: limit } = readBody(c, createWallet)
    const merchant = c.get('merchant')
    const member = requireMember(ctx, merchant, readId(c, 'memberId'))
    const negativeAmountLimit =
      limit === undefined ? undefined : requireMinor('negativeAmountLimit', limit, code)
    return data(
      c,
      walletView(ctx, openWallet(ctx, merchant, member, { currency: code, negativeAmountLimit })),
    )
  })

  api.put('/wallet/v1/members/:memberId{\\d+}/wallets/:walletId{\\d+}', (c) => {
    const { negativeAmountLimit } = readBody(c, updateWallet)
    const [owner, id] = [readId(c, 'memberId'), readId(c, 'walletId')]
    const wallet = requireOne(c, (one) => one.id === id && one.memberId === owner)
    const limit = requireMinor('negativeAmountLimit', negativeAmountLimit, wallet.currency)
    return data(c, walletView(ctx, limitWallet(ctx, wallet, limit)))
  })

  api.get('/wallet/v1/merchants/me/wallet', (c) =>
    data(c, merchantWalletView(ctx, merchantWallet(ctx, c.get('merchant')))),
  )

  api.post('/wallet/v1/merchants/me/wallet/reset-balance', (c) => {
    const { walletAmount } = readBody(c, resetWallet)
    const seen = requireMinor('walletAmount', walletAmount, 'TRY')
    return data(c, merchantWalletView(ctx, resetMerchantWallet(ctx, c.get('merchant'), seen)))
  })

  api.get('/wallet/v1/wallets/:walletId{\\d+}/wallet-transactions', (c) => {
    const own = merchantWallet(ctx, c.get('merchant'))
    const id = readId(c, 'walletId')
    const wallet = id === own.id ? own : requireOne(c, (one) => one.id === id)
    const search = readQuery(c, moveSearch)
    const found = movesOf(ctx, wallet).filter((move) => matches(move, search))
    return data(
      c,
      pageOf(found, search, (move) => moveView(move, wallet)),
    )
  })
}

const createWallet = z.object({
  currency: currency.default('TRY'),
  negativeAmountLimit: z.number().optional(),
})

const updateWallet = z.object({ negativeAmountLimit: z.number() })

const resetWallet = z.object({ walletAmount: z.number() })

const moveSearch = z.object({
  ...paging,
  walletTransactionTypes: queryList.optional(),
  walletTransactionType: queryList.optional(),
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

const moveView = (
  { id, type, amount, currency: code, createdAt, transactionId }: WalletMove,
  { id: walletId }: Wallet,
) => ({
  ...{ id, walletTransactionType: type, amount: toNumber(amount, code), transactionId },
  ...{ walletId, createdDate: localTime(createdAt) },
})
