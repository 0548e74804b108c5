// Closed-loop wallets of a merchant's members: what they hold, what moved, and what the merchant moves.
import { accountOf } from '../account'
import type { CraftgateClient } from '../client/craftgate-client'
import type { ParsedOptions } from '../options/options'
import { perform, resume, type WalletDependencies } from './perform'
import {
  creditOrDebit,
  deposit,
  refundOfMove,
  reset,
  settlement,
  withdraw,
  withdrawCancel,
} from './plan-wallet'
import { merchantWallet, movesOf, openWallet, refundableOf, walletOf, withdrawsOf } from './read-wallets'
import { openTopUp } from './top-up'
import { changeLimit } from './wallet-limit'
import type { WalletOperation } from './wallet-operation'
import type { Wallets } from './wallets'

const PAGE_SIZE = 25
const LATEST = 50

export interface WalletsParts extends WalletDependencies {
  readonly options: Pick<
    ParsedOptions,
    'merchants' | 'publicUrl' | 'basePath' | 'deadlines' | 'partialRefunds' | 'reconcileAfterSeconds'
  >
}

export function createWallets(deps: WalletsParts): Wallets {
  const accountFor = (merchant: string) => accountOf(deps.options, merchant)
  const clientOf = (merchant: string): CraftgateClient => deps.clientFor(accountFor(merchant))
  return {
    find: async (merchant, memberId) => walletOf(clientOf(merchant), memberId),
    open: async (merchant, memberId, currency) => openWallet(clientOf(merchant), memberId, currency),
    changeLimit: async (merchant, wallet, lent) => changeLimit(clientOf(merchant), wallet, lent),
    moves: async (merchant, { id, balance }, query) =>
      movesOf(clientOf(merchant), { ...query, walletId: id, currency: balance.currency, size: PAGE_SIZE }),
    refundable: async (merchant, { balance }, moveId) =>
      refundableOf(clientOf(merchant), moveId, balance.currency),
    withdraws: async (merchant, query) => withdrawsOf(clientOf(merchant), query),
    ofMerchant: async (merchant) => merchantWallet(clientOf(merchant)),
    credit: (request) => perform(deps, creditOrDebit('credit', accountFor(request.merchant), request)),
    debit: (request) => perform(deps, creditOrDebit('debit', accountFor(request.merchant), request)),
    topUp: async (request) => openTopUp({ ...deps, client: clientOf(request.merchant) }, request),
    deposit: (request) => perform(deps, deposit(accountFor(request.merchant), request)),
    withdraw: (request) => perform(deps, withdraw(accountFor(request.merchant), request)),
    async cancelWithdraw(request) {
      const order = await withdrawCancel(clientOf(request.merchant), accountFor(request.merchant), request)
      if ('state' in order) return order
      const result = await perform(deps, order)
      if (result.state === 'done') await followWithdrawal(deps, order, request.withdrawId)
      return result
    },
    refund: (request) => perform(deps, refundOfMove(accountFor(request.merchant), request)),
    async reset(request) {
      const { memberId } = await merchantWallet(clientOf(request.merchant))
      return perform(deps, reset(accountFor(request.merchant), { ...request, memberId }))
    },
    settle: (request) => perform(deps, settlement(accountFor(request.merchant), request, deps.clock())),
    operations: async (merchant, memberId) =>
      deps.platform.walletOperations.of({ account: accountFor(merchant), memberId }, LATEST),
  }
}

/** What the shop asked for itself ends with its cancellation. */
async function followWithdrawal(
  deps: WalletDependencies,
  seller: Pick<WalletOperation, 'account' | 'memberId'>,
  withdrawId: number,
): Promise<void> {
  const operations = await deps.platform.walletOperations.of(seller, LATEST)
  const own = operations.find(({ kind, step }) => kind === 'withdraw' && step.refundId === withdrawId)
  if (own) await resume(deps, own)
}

export interface ResumedWallets {
  /** How many were open. */
  readonly found: number
  readonly settled: number
  /** One sentence for each operation that could not be settled this time. */
  readonly problems: readonly string[]
}

export interface ResumeWallets {
  /** Only operations last written before this moment. */
  readonly before: Date
  /** Passes on those of them that are resumed this time; all when absent. */
  readonly some?: (open: AsyncIterable<WalletOperation>) => AsyncIterable<WalletOperation>
}

/** A webhook is answered in seconds: so many operations are asked about, each by a call or two, and so many are looked through. */
const AT_A_WEBHOOK = { asked: 10, read: 500 }

/**
 * What a webhook may have ended, the longest silent first, and no more than can be asked about while its sender waits; the
 * job of reconciliation asks about all others.
 */
export function resumeNotifiedWallets(
  deps: WalletDependencies,
  isMeant: (operation: WalletOperation) => boolean,
): Promise<ResumedWallets> {
  return resumeWallets(deps, { before: deps.clock(), some: (open) => firstMeant(open, isMeant) })
}

async function* firstMeant(
  open: AsyncIterable<WalletOperation>,
  isMeant: (operation: WalletOperation) => boolean,
): AsyncIterable<WalletOperation> {
  let [asked, read] = [0, 0]
  for await (const operation of open) {
    read += 1
    if (isMeant(operation)) {
      asked += 1
      yield operation
    }
    if (asked === AT_A_WEBHOOK.asked || read === AT_A_WEBHOOK.read) return
  }
}

/** Carries on what a crash or a lost answer left open. */
export async function resumeWallets(
  deps: WalletDependencies,
  { before, some }: ResumeWallets,
): Promise<ResumedWallets> {
  const problems: string[] = []
  let found = 0
  let settled = 0
  const open = deps.platform.walletOperations.open({ before })
  for await (const operation of some?.(open) ?? open) {
    found += 1
    const { state } = await resume(deps, operation)
    if (state === 'unknown')
      problems.push(`${operation.kind} ${operation.key} of a wallet: its outcome is not known yet`)
    else if (state !== 'waiting') settled += 1
  }
  return { found, settled, problems }
}
