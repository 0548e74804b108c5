// When something is said of a kind, and when it is tried again.
import { randomUUID } from 'node:crypto'
import type { AlertChannel, AlertRecord, SeenKind } from './alert'

export interface AlertRule {
  readonly now: Date
  readonly channels: readonly AlertChannel[]
  /** At most so often it is said of one kind that something waits. */
  readonly repeatMinutes: number
}

type Before = AlertRecord | undefined

const MINUTE_MS = 60_000

/**
 * What is to be written down; nothing when nothing changed. The rule:
 * - From nothing to something a kind is raised, and raised again when more waits than people know of; both at most once in
 *   `repeatMinutes`. What is gone by then was never said.
 * - From something to nothing it is cleared: once, and only when it was said before, or may have been.
 * - Fewer than before is no news, but what comes on top of it is.
 */
export function nextAlert(
  account: string,
  before: Before,
  seen: SeenKind,
  rule: AlertRule,
): AlertRecord | undefined {
  if (seen.count === 0) return before && isGone(before, seen) ? cleared(before, rule) : undefined
  const known = before?.state === 'raised' ? before.count : 0
  if (seen.count > known)
    return isTooSoon(before, rule) || isOver(before, seen) ? undefined : raised(account, before, seen, rule)
  return before && seen.count < known ? { ...before, count: seen.count } : undefined
}

const isGone = ({ state, since }: AlertRecord, { asOf }: SeenKind): boolean =>
  state === 'raised' && asOf !== 'unknown' && (asOf === undefined || asOf > since)

/** It was read before somebody else saw that nothing waits any more. */
const isOver = (before: Before, { readAt }: SeenKind): boolean =>
  before?.state === 'cleared' && readAt !== undefined && readAt <= before.since

const isTooSoon = (before: Before, { now, repeatMinutes }: AlertRule): boolean =>
  before !== undefined && now.getTime() - before.raisedAt.getTime() < repeatMinutes * MINUTE_MS

function raised(
  account: string,
  before: Before,
  { kind, count }: SeenKind,
  { now, channels }: AlertRule,
): AlertRecord {
  const since = before?.state === 'raised' ? before.since : now
  const { createdAt = now, version = 0 } = before ?? {}
  return {
    ...{ account, kind, state: 'raised', count, since, raisedAt: now, createdAt, version },
    ...newMessage(before, channels, now),
    updatedAt: now,
  }
}

function cleared(before: AlertRecord, { now, channels }: AlertRule): AlertRecord {
  const wasSaid = before.pending.length === 0 || before.attempts > 0
  return {
    ...before,
    ...{ state: 'cleared', count: 0, since: now, updatedAt: now },
    ...newMessage(before, wasSaid ? channels : [], now),
  }
}

/** A request that is under way is waited for: what was said first comes first. */
function newMessage(before: Before, pending: readonly AlertChannel[], now: Date) {
  const isUnderWay = before !== undefined && before.pending.length > 0 && before.attempts > 0
  const first = isUnderWay ? (before.nextAttemptAt ?? now) : now
  return {
    messageId: randomUUID(),
    pending,
    attempts: 0,
    nextAttemptAt: pending.length > 0 ? first : undefined,
  }
}

/** Minutes from one attempt to the next; after the last it is given up. */
const WAITS = [1, 5, 30, 120, 360, 720, 1440] as const

export const isDue = ({ pending, nextAttemptAt }: AlertRecord, now: Date): boolean =>
  pending.length > 0 && nextAttemptAt !== undefined && nextAttemptAt <= now

/** Written before the attempt: of several servers one may write it, and if that one dies another goes on when the time has come. */
export function claimed(record: AlertRecord, now: Date): AlertRecord {
  const minutes = WAITS[record.attempts] ?? WAITS[WAITS.length - 1]
  return {
    ...record,
    ...{ attempts: record.attempts + 1, updatedAt: now },
    nextAttemptAt: new Date(now.getTime() + Number(minutes) * MINUTE_MS),
  }
}

/** After the attempt, with those who did not take it. */
export const attempted = (record: AlertRecord, pending: readonly AlertChannel[], now: Date): AlertRecord => ({
  ...record,
  ...{ pending, updatedAt: now },
  nextAttemptAt: pending.length === 0 || isGivenUp(record) ? undefined : record.nextAttemptAt,
})

export const isGivenUp = ({ attempts }: AlertRecord): boolean => attempts > WAITS.length
