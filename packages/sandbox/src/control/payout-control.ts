import type { SandboxContext } from '../engine/context'
import type { Payout, SettlementFile } from '../engine/payouts/payout'
import {
  approvePayoutFile,
  bouncePayout,
  createPayoutFile,
  uploadPayoutFile,
} from '../engine/payouts/payout-files'
import type { Merchant } from '../seed/seed'
import { requireMerchant } from './require-merchant'
import { type PayoutRow, payoutRow } from './rows'

/**
 * Payouts, and what a marketplace does with them in Craftgate's panel ("Para Gönderimleri: create, upload and approve the
 * file"), which no call of the API does. Without an apiKey it is the first merchant. Each method throws an Error with a
 * sentence when the panel would refuse.
 */
export interface PayoutControl {
  (): readonly PayoutRow[]
  /** A file of earnings that go to a bank, of withdraws that wait, or of payouts that bounced; returns its payouts. */
  create(type?: SettlementFile['type'], apiKey?: string): readonly PayoutRow[]
  /** The file goes to the bank. */
  upload(fileId: number, apiKey?: string): void
  /** The bank pays, and PAYOUT_COMPLETED is sent. */
  approve(fileId: number, apiKey?: string): void
  /** The seller's bank sends a payout back. */
  bounce(payoutId: number, apiKey?: string): void
}

/** `changed` is called after everything that changed the state. */
export function createPayoutControl(ctx: SandboxContext, changed: () => void): PayoutControl {
  const { state } = ctx
  const act = (
    apiKey: string | undefined,
    id: number,
    work: (merchant: Merchant, file: SettlementFile) => void,
  ): void => {
    const merchant = requireMerchant(ctx, apiKey)
    const file = state.settlementFiles.find((one) => one.id === id && one.merchant === merchant.apiKey)
    if (!file) throw new Error(`There is no payout file ${id}`)
    work(merchant, file)
    changed()
  }
  return Object.assign(() => state.payouts.map((payout) => rowOf(ctx, payout)), {
    create: (type: SettlementFile['type'] = 'SETTLEMENT', apiKey?: string) => {
      const file = createPayoutFile(ctx, requireMerchant(ctx, apiKey), type)
      changed()
      return state.payouts.filter(isIn(file)).map((payout) => rowOf(ctx, payout))
    },
    upload: (id: number, apiKey?: string) => act(apiKey, id, (_merchant, file) => uploadPayoutFile(file)),
    approve: (id: number, apiKey?: string) =>
      act(apiKey, id, (merchant, file) => approvePayoutFile(ctx, merchant, file)),
    bounce: (id: number, apiKey?: string) => {
      const { apiKey: owner } = requireMerchant(ctx, apiKey)
      const payout = state.payouts.find((one) => one.id === id && one.merchant === owner)
      if (!payout) throw new Error(`There is no payout ${id}`)
      bouncePayout(ctx, payout)
      changed()
    },
  })
}

const isIn =
  ({ id, merchant }: SettlementFile) =>
  (payout: Payout): boolean =>
    payout.fileId === id && payout.merchant === merchant

const rowOf = ({ state }: SandboxContext, payout: Payout): PayoutRow =>
  payoutRow(
    payout,
    state.settlementFiles.find((file) => isIn(file)(payout)),
  )
