import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import { findMember } from '../members/find-member'
import type { Member } from '../members/member'
import { addPayout, completeFile, type NewPayout, openFile } from './make-payout'
import { isSame, owedAt, rowsOf, totalOf } from './owed'
import type { Payee, Payout, SettlementFile } from './payout'
import { requireMarketplace } from './settle-into-wallets'

/**
 * Creates a payout file, as the merchant does in the panel (marketplace: create, upload, approve): of earnings that go to a
 * bank, of withdraws that wait, or of payouts that bounced and whose seller was updated. Throws an Error where there is
 * nothing to pay.
 */
export function createPayoutFile(
  ctx: SandboxContext,
  merchant: Merchant,
  type: SettlementFile['type'],
): SettlementFile {
  requireMarketplace(merchant)
  const made = PAYOUTS[type](ctx, merchant)
  if (made.length === 0) throw new Error(`${merchant.name} has nothing to pay out of the type ${type}`)
  const file = openFile(ctx, merchant, type)
  for (const one of made) {
    const payout = addPayout(ctx, file, one)
    if (type === 'WITHDRAW') startWithdraw(ctx, payout)
    const before = ctx.state.payouts.find(
      ({ id, merchant: own }) => id === one.again && own === merchant.apiKey,
    )
    if (before) before.bounceStatus = 'PAYOUT_STARTED'
  }
  return file
}

const PAYOUTS: Record<
  SettlementFile['type'],
  (ctx: SandboxContext, merchant: Merchant) => readonly NewPayout[]
> = { SETTLEMENT: earnings, WITHDRAW: withdraws, BOUNCED_SETTLEMENT: bounced }

/** A debt that is not covered by new earnings waits for the next file. */
function earnings(ctx: SandboxContext, merchant: Merchant): readonly NewPayout[] {
  const owed = owedAt(ctx, merchant.apiKey)
  const payees = owed
    .map(({ payee }) => payee)
    .filter((payee, at, all) => all.findIndex((other) => isSame(other, payee)) === at)
  return payees.flatMap((payee) => {
    const destination = destinationOf(ctx, merchant, payee)
    const rows = rowsOf(owed.filter((one) => isSame(one.payee, payee)))
    if (destination === undefined || totalOf(rows) <= 0) return []
    return [{ payee, rows, destination, source: 'COLLECTION' }]
  })
}

/** Lira goes to an IBAN, unless a seller has his wallet or nothing; another currency needs a payout account abroad. */
function destinationOf(
  ctx: SandboxContext,
  merchant: Merchant,
  { type, id, currency }: Payee,
): NewPayout['destination'] | undefined {
  const wanted = type === 'MERCHANT' ? 'IBAN' : findMember(ctx, merchant, id)?.settlementEarningsDestination
  if (currency === 'TRY' && wanted === 'IBAN') return 'IBAN'
  const isIts = ctx.state.payoutAccounts.some(
    (account) =>
      account.merchant === merchant.apiKey &&
      account.currency === currency &&
      account.accountOwner === type &&
      (type === 'MERCHANT' || account.subMerchantMemberId === id),
  )
  return isIts && (currency !== 'TRY' || wanted === 'CROSS_BORDER') ? 'CROSS_BORDER' : undefined
}

function withdraws({ state }: SandboxContext, { apiKey }: Merchant): readonly NewPayout[] {
  return state.withdraws
    .filter(({ merchant, payoutStatus }) => merchant === apiKey && payoutStatus === 'WAITING_FOR_PAYOUT')
    .map(({ id, memberId, amount, currency }) => ({
      payee: { type: 'SUB_MERCHANT_MEMBER', id: memberId, currency },
      rows: [{ transactionId: id, transactionType: 'WITHDRAW', amount }],
      ...{ destination: 'IBAN', source: 'WITHDRAW' },
    }))
}

function startWithdraw({ state }: SandboxContext, { id: payoutId, merchant, rows }: Payout): void {
  const [row] = rows
  const withdraw = state.withdraws.find((one) => one.id === row?.transactionId && one.merchant === merchant)
  if (withdraw) Object.assign(withdraw, { payoutId, payoutStatus: 'PAYOUT_STARTED' })
}

function bounced({ state }: SandboxContext, { apiKey }: Merchant): readonly NewPayout[] {
  return state.payouts
    .filter(({ merchant, bounceStatus }) => merchant === apiKey && bounceStatus === 'UPDATED')
    .map(({ id, payee, rows, destination }) => ({ payee, rows, destination, again: id, source: 'BOUNCED' }))
}

/** Throws an Error unless it was created and not uploaded yet. */
export function uploadPayoutFile(file: SettlementFile): void {
  if (file.status !== 'CREATED') throw new Error(`Payout file ${file.id} is ${file.status}, not CREATED`)
  file.status = 'UPLOADED'
}

/** The merchant approves, the bank pays. Throws an Error unless it is uploaded. */
export function approvePayoutFile(ctx: SandboxContext, merchant: Merchant, file: SettlementFile): void {
  if (file.status !== 'UPLOADED') throw new Error(`Payout file ${file.id} is ${file.status}, not UPLOADED`)
  completeFile(ctx, merchant, file)
}

/** The bank sends a payout back: a closed account, an IBAN of somebody else. Throws an Error where it cannot. */
export function bouncePayout(ctx: SandboxContext, payout: Payout): void {
  const { completedAt, destination, bounceStatus, payee } = payout
  const mayBounce = completedAt !== undefined && destination === 'IBAN' && bounceStatus === 'NOT_BOUNCED'
  if (!mayBounce || payee.type === 'MERCHANT') throw new Error(`Payout ${payout.id} cannot bounce`)
  Object.assign(payout, { bounceStatus: 'BOUNCED', updatedAt: ctx.clock.now() })
}

/** A seller's name or IBAN was changed: what bounced can be paid again. */
export function releaseBounced({ state, clock }: SandboxContext, member: Member): void {
  for (const payout of state.payouts)
    if (
      payout.merchant === member.merchant &&
      payout.bounceStatus === 'BOUNCED' &&
      payout.payee.id === member.id
    )
      Object.assign(payout, { bounceStatus: 'UPDATED', updatedAt: clock.now() })
}
