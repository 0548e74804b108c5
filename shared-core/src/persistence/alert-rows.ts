import type { AlertRecord } from '../alerts'

/** The row of what was said of a kind: unique by account and kind. Written by its version, never removed. */
export interface StoredAlert {
  readonly account: string
  readonly kind: string
  readonly state: AlertRecord['state']
  readonly count: number
  readonly stateSince: Date
  readonly raisedAt: Date
  readonly messageId: string
  /** JSON. */
  readonly pending: AlertRecord['pending']
  readonly attempts: number
  readonly nextAttemptAt: Date | null
  readonly startedAt: Date
  readonly changedAt: Date
  readonly version: number
}

export function toAlertRow({ since, createdAt, updatedAt, ...rest }: AlertRecord): StoredAlert {
  const { nextAttemptAt = null } = rest
  return { ...rest, stateSince: since, nextAttemptAt, startedAt: createdAt, changedAt: updatedAt }
}

export function alertOfRow(row: StoredAlert): AlertRecord {
  return {
    account: row.account,
    kind: row.kind,
    state: row.state,
    count: row.count,
    since: row.stateSince,
    raisedAt: row.raisedAt,
    messageId: row.messageId,
    pending: row.pending,
    attempts: row.attempts,
    nextAttemptAt: row.nextAttemptAt ?? undefined,
    createdAt: row.startedAt,
    updatedAt: row.changedAt,
    version: row.version,
  }
}
