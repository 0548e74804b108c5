import type { TransferRecord } from '../transfers/transfer-record'
import { moneyOfRow, type StoredMoney, toMoneyRow } from './money-row'

/**
 * The row of a transfer: unique by account and `transferId`, with an index of the undecided ones by account. Written by its
 * version, never removed.
 */
export interface StoredTransfer extends StoredMoney {
  /** Craftgate's number of the bank account record. */
  readonly transferId: number
  readonly state: TransferRecord['state']
  readonly parts: TransferRecord['parts']
  readonly reason: string | null
}

export function toTransferRow(record: TransferRecord): StoredTransfer {
  const { id: transferId, state, parts, reason = null } = record
  return { ...toMoneyRow(record), transferId, state, parts, reason }
}

export function transferOfRow(row: StoredTransfer): TransferRecord {
  return {
    ...moneyOfRow(row),
    id: Number(row.transferId),
    state: row.state,
    parts: row.parts,
    reason: row.reason === 'returned' || row.reason === 'other' ? row.reason : undefined,
  }
}
