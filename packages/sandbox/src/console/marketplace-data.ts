import type { Control } from '../control/control'
import type { PayoutRow } from '../control/rows'
import type { BankRecord } from '../engine/bank-tracking/bank-record'
import type { SandboxContext } from '../engine/context'
import type { ReportDemand } from '../engine/file-reports/report-demand'
import { membersOf } from '../engine/members/find-member'
import type { Member } from '../engine/members/member'
import { merchantWallet, walletsOf } from '../engine/wallets/find-wallet'
import type { Wallet } from '../engine/wallets/wallet'
import { balanceOf, movesOf, withdrawableOf } from '../engine/wallets/wallet-balance'
import { exponentOf, toText } from '../money/minor'
import type { Merchant } from '../seed/seed'
import { isoOf } from './components'
import type {
  ConsoleData,
  MemberLine,
  PayoutLine,
  ReportLine,
  TransferLine,
  WalletLine,
} from './console-data'

type MarketplaceData = Pick<ConsoleData, 'members' | 'wallets' | 'payouts' | 'transfers' | 'reports'>

/** What the console shows of members and their money, newest first. */
export function marketplaceData(ctx: SandboxContext, control: Control): MarketplaceData {
  const { merchants, state, clock } = ctx
  return {
    members: merchants.flatMap((merchant) =>
      membersOf(ctx, merchant)
        .toReversed()
        .map((member) => memberLine(merchant, member)),
    ),
    wallets: merchants.flatMap((merchant) => [
      walletLine(ctx, merchant, merchantWallet(ctx, merchant)),
      ...walletsOf(ctx, merchant).map((wallet) => walletLine(ctx, merchant, wallet)),
    ]),
    payouts: control.payouts().toReversed().map(payoutLine),
    transfers: state.bankRecords.toReversed().map(transferLine),
    reports: state.reportDemands.toReversed().map((demand) => reportLine(demand, clock.now())),
  }
}

const text = (minor: number, currency: string): string => toText(minor, exponentOf(currency))

const memberLine = ({ name: merchant }: Merchant, member: Member): MemberLine => ({
  ...{ id: member.id, merchant, at: isoOf(member.createdAt), externalId: member.memberExternalId },
  name: member.name ?? '',
  kind: [...(member.isBuyer ? ['buyer'] : []), ...(member.isSubMerchant ? ['seller'] : [])].join(', '),
  destination: member.isSubMerchant ? member.settlementEarningsDestination : undefined,
})

function walletLine(ctx: SandboxContext, merchant: Merchant, wallet: Wallet): WalletLine {
  const { id, currency, memberId } = wallet
  const isOwn = id === merchantWallet(ctx, merchant).id
  const moves = movesOf(ctx, wallet).map(({ createdAt, type, amount }) => ({
    ...{ at: isoOf(createdAt), type, amount: text(amount, currency) },
  }))
  return {
    ...{ id, merchant: merchant.name, currency, memberId: isOwn ? undefined : memberId },
    balance: text(balanceOf(ctx, wallet), currency),
    withdrawable: isOwn ? undefined : text(withdrawableOf(ctx, wallet), currency),
    moves: moves.toReversed(),
  }
}

const payoutLine = ({ createdAt, payee, memberId, merchant: apiKey, ...row }: PayoutRow): PayoutLine => ({
  ...row,
  ...{ at: createdAt.toISOString(), payee: `${payee} ${memberId}`, apiKey },
})

const transferLine = ({ id, createdAt, senderName, description, ...record }: BankRecord): TransferLine => ({
  ...{ id, at: isoOf(createdAt), senderName, description, currency: record.currency },
  ...{ amount: text(record.amount, record.currency), state: record.notified ? 'seen' : 'on its way' },
})

const reportLine = ({ id, type, from, to, readyAt }: ReportDemand, now: number): ReportLine => ({
  ...{ id, type, from: isoOf(from), to: isoOf(to), state: readyAt <= now ? 'ready' : 'being made' },
})
