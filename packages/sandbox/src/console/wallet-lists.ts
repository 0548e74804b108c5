import { html } from 'hono/html'
import { merchantOf, type SandboxContext } from '../engine/context'
import type { Withdraw } from '../engine/wallets/wallet'
import { exponentOf, toText } from '../money/minor'
import { type Html, isoOf, moment, tableSection, tag } from './components'

/** What the three lists of money that moves into, out of or between wallets have in common. */
interface WalletMoneyLine {
  readonly id: number
  readonly merchant: string
  readonly at: string
  readonly memberId: number
  readonly amount: string
  readonly currency: string
}

export interface WithdrawLine extends WalletMoneyLine {
  readonly description?: string
  readonly payoutStatus: string
  readonly payoutId?: number
}

export interface RemittanceLine extends WalletMoneyLine {
  /** SEND to the member, RECEIVE from him. */
  readonly type: string
  readonly reason: string
  readonly description: string
}

/** A wallet's move that goes back to the card. */
export interface WalletRefundLine extends WalletMoneyLine {
  readonly moveId: number
  readonly status: string
  /** Error group of a refund that the bank refused. */
  readonly error?: string
}

export const withdrawLines = (ctx: SandboxContext): readonly WithdrawLine[] =>
  ctx.state.withdraws.toReversed().map((withdraw) => {
    const { description, payoutStatus, payoutId } = withdraw
    return { ...moneyOf(ctx, withdraw), description, payoutStatus, payoutId }
  })

export const remittanceLines = (ctx: SandboxContext): readonly RemittanceLine[] =>
  ctx.state.remittances.toReversed().map((remittance) => {
    const { type, reason, description } = remittance
    return { ...moneyOf(ctx, remittance), type, reason, description }
  })

export const walletRefundLines = (ctx: SandboxContext): readonly WalletRefundLine[] =>
  ctx.state.walletRefunds.toReversed().map((refund) => {
    const { moveId, status, error } = refund
    return { ...moneyOf(ctx, refund), moveId, status, error: error?.group }
  })

type Money = Pick<Withdraw, 'id' | 'merchant' | 'createdAt' | 'memberId' | 'amount' | 'currency'>

const moneyOf = (ctx: SandboxContext, money: Money): WalletMoneyLine => ({
  ...{ id: money.id, merchant: merchantOf(ctx, money.merchant).name, at: isoOf(money.createdAt) },
  ...{ memberId: money.memberId, currency: money.currency },
  amount: toText(money.amount, exponentOf(money.currency)),
})

const HEADS = ['Id', 'Merchant', 'Time', 'Member', 'Amount#']

const cells = (line: WalletMoneyLine): Html => html`
  <td><code>${line.id}</code></td><td>${line.merchant}</td><td>${moment(line.at)}</td><td><code>${line.memberId}</code></td>
  <td class="number">${line.amount} ${line.currency}</td>`

export const withdrawTable = (lines: readonly WithdrawLine[]): Html =>
  tableSection({
    ...{ id: 'withdraws', title: 'Withdrawals', lines },
    heads: [...HEADS, 'Description', 'Status', 'Payout'],
    row: (line) => html`<tr>${cells(line)}
      <td>${line.description ?? '–'}</td><td>${tag(line.payoutStatus)}</td><td><code>${line.payoutId ?? '–'}</code></td>
    </tr>`,
    empty: 'No seller asked for money of his wallet.',
  })

export const remittanceTable = (lines: readonly RemittanceLine[]): Html =>
  tableSection({
    ...{ id: 'remittances', title: 'Remittances', lines },
    heads: [...HEADS, 'Type', 'Reason', 'Description'],
    row: (line) => html`<tr>${cells(line)}
      <td>${line.type}</td><td>${line.reason}</td><td>${line.description}</td>
    </tr>`,
    empty: 'Nothing was sent to a member’s wallet, nor taken back.',
  })

export const walletRefundTable = (lines: readonly WalletRefundLine[]): Html =>
  tableSection({
    ...{ id: 'wallet-refunds', title: 'Refunds of wallet moves', lines },
    heads: [...HEADS, 'Move', 'Status'],
    row: (line) => html`<tr>${cells(line)}
      <td><code>${line.moveId}</code></td><td>${tag(line.status)}${line.error === undefined ? '' : html`<br><small>${line.error}</small>`}</td>
    </tr>`,
    empty: 'No money of a wallet went back to a card.',
  })
