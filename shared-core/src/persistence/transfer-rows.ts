import type { CurrencyCode } from '../money/money'
import type { TransferRecord } from '../transfers/transfer-record'

/**
 * The row of a transfer: unique by account and `transferId`, with an index of the undecided ones by account. Written by its
 * version, never removed.
 */
export interface StoredTransfer {
  readonly account: string
  /** Craftgate's number of the bank account record. */
  readonly transferId: number
  readonly state: TransferRecord['state']
  readonly amount: number
  readonly currency: CurrencyCode
  readonly parts: TransferRecord['parts']
  readonly reason: string | null
  readonly startedAt: Date
  readonly changedAt: Date
  readonly version: number
}

export function toTransferRow(record: TransferRecord): StoredTransfer {
  const { id, amount, createdAt, updatedAt, ...rest } = record
  return {
    ...rest,
    transferId: id,
    amount: amount.minor,
    currency: amount.currency,
    reason: record.reason ?? null,
    startedAt: createdAt,
    changedAt: updatedAt,
  }
}

export function transferOfRow(row: StoredTransfer): TransferRecord {
  return {
    account: row.account,
    id: Number(row.transferId),
    state: row.state,
    amount: { minor: row.amount, currency: row.currency },
    parts: row.parts,
    reason: row.reason === 'returned' || row.reason === 'other' ? row.reason : undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    version: row.version,
  }
}
