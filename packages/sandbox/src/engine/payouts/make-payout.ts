import type { Schema } from '@craftgate-commerce/openapi'
import type { Merchant } from '../../seed/seed'
import { merchantOf, nextId, type SandboxContext } from '../context'
import { findMember, requireMember } from '../members/find-member'
import { findWallet } from '../wallets/find-wallet'
import { writeMove } from '../wallets/move-wallet'
import { openWallet } from '../wallets/open-wallet'
import { enqueueWebhook } from '../webhooks/enqueue-webhook'
import { totalOf } from './owed'
import type { Payee, Payout, PayoutAccountHolder, PayoutRow, SettlementFile } from './payout'

/** Opens a file of payouts. */
export function openFile(
  ctx: SandboxContext,
  merchant: Merchant,
  type: Schema<'SettlementType'>,
): SettlementFile {
  const file: SettlementFile = {
    ...{ id: nextId(ctx, merchant.apiKey), merchant: merchant.apiKey, createdAt: ctx.clock.now() },
    ...{ type, status: 'CREATED' },
  }
  ctx.state.settlementFiles.push(file)
  return file
}

export interface NewPayout {
  readonly payee: Payee
  readonly rows: readonly PayoutRow[]
  readonly destination: Payout['destination']
  readonly source: Payout['source']
  readonly again?: number
}

/** Writes a payout down, and marks the transactions that it pays: nobody takes their approval back from then on. */
export function addPayout(ctx: SandboxContext, file: SettlementFile, made: NewPayout): Payout {
  const { merchant, id: fileId } = file
  const now = ctx.clock.now()
  const payout: Payout = {
    ...{ id: nextId(ctx, merchant), merchant, fileId, ...made, amount: totalOf(made.rows) },
    account: holderOf(ctx, merchant, made.payee),
    ...{ createdAt: now, updatedAt: now, bounceStatus: 'NOT_BOUNCED' },
  }
  ctx.state.payouts.push(payout)
  const ids = made.rows.map(({ transactionId }) => transactionId)
  for (const payment of ctx.state.payments)
    if (payment.merchant === merchant)
      for (const transaction of payment.transactions)
        if (ids.includes(transaction.id)) transaction.payoutStarted = true
  return payout
}

function holderOf(ctx: SandboxContext, apiKey: string, { type, id }: Payee): PayoutAccountHolder {
  const merchant = merchantOf(ctx, apiKey)
  if (type === 'MERCHANT') return { iban: merchant.iban, legalCompanyTitle: merchant.name }
  const { iban, contactName, contactSurname, legalCompanyTitle } = findMember(ctx, merchant, id) ?? {}
  return { iban, contactName, contactSurname, legalCompanyTitle }
}

/** Every payout of the file has arrived: wallets are filled, and the merchant is told. */
export function completeFile(ctx: SandboxContext, merchant: Merchant, file: SettlementFile): void {
  file.status = 'APPROVED'
  for (const payout of ctx.state.payouts)
    if (payout.fileId === file.id && payout.merchant === file.merchant) complete(ctx, merchant, payout)
  enqueueWebhook(ctx, {
    ...{ merchant: file.merchant, eventType: 'PAYOUT_COMPLETED', status: 'SUCCESS' },
    payloadId: String(file.id),
    payload: { settlementFileId: file.id, settlementType: file.type },
  })
}

function complete(ctx: SandboxContext, merchant: Merchant, payout: Payout): void {
  payout.completedAt = ctx.clock.now()
  payout.updatedAt = payout.completedAt
  const before = ctx.state.payouts.find(
    ({ id, merchant: own }) => id === payout.again && own === payout.merchant,
  )
  if (before) Object.assign(before, { bounceStatus: 'PAYOUT_COMPLETED', updatedAt: payout.completedAt })
  for (const withdraw of ctx.state.withdraws)
    if (withdraw.payoutId === payout.id && withdraw.merchant === payout.merchant)
      withdraw.payoutStatus = 'PAYOUT_COMPLETED'
  if (payout.destination === 'WALLET') fillWallet(ctx, merchant, payout)
}

/** A seller's wallet is opened with his first earnings, where he has none (our reading). */
function fillWallet(ctx: SandboxContext, merchant: Merchant, { id, amount, payee }: Payout): void {
  const { id: memberId, currency } = payee
  if (!findWallet(ctx, merchant, { memberId, currency }))
    openWallet(ctx, merchant, requireMember(ctx, merchant, memberId), { currency })
  writeMove(
    ctx,
    { merchant: merchant.apiKey, buyerMemberId: memberId, currency },
    { type: 'SETTLEMENT_EARNINGS', amount, transactionId: id },
  )
}
