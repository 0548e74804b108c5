import { isNotCancelled } from '../messages/fraud'
import { offlineMethodOf } from '../methods'
import { hasSellers } from '../payment'
import type { CheckoutRecord } from '../platform'
import { isDirect } from './direct/way-on'

const SECOND_MS = 1000
const HOUR_MS = 3_600_000
const DAY_MS = 24 * HOUR_MS

/** A check comes so many units after the one before, as long as the state is younger than so many units. */
const BACK_OFF: readonly (readonly [youngerThan: number, gap: number])[] = [
  [1, 1],
  [3, 2],
  [8, 5],
  [23, 15],
  [720, 30],
]
const DAILY = 720

/** Craftgate's fraud rules hold it, and nobody decided: asked about for a month. */
const REVIEW_MS = 30 * DAY_MS
/** The order of a rejected payment could not be cancelled: what was sent of it comes back in that time, or does not. */
const NOT_CANCELLED_MS = 30 * DAY_MS
/** A bank lets an authorization lapse in 30 days at the latest. */
const AUTHORIZED_MS = 35 * DAY_MS
/** Whoever writes an order at the same time does so within this pause. Only for a shop that can repair its order. */
const REPAIR_MS = 10 * SECOND_MS
/** Another plugin, or the merchant in Craftgate's panel, may have changed it by then. */
const TAKEN_MS = 5 * 60 * SECOND_MS
/** Of a sale whose sellers wait for the delivery: when it is twice as old as it was, for as long as a delivery may take. */
const FIRST_DELIVERY_MS = HOUR_MS
const LONGEST_DELIVERY_MS = 90 * DAY_MS
/** A shopper may have paid with a second card while the token died. */
const EXPIRED_MS = [HOUR_MS, DAY_MS] as const

export interface ScheduleInput {
  readonly now: Date
  /** `reconcileAfterSeconds`. */
  readonly unitMs: number
  /** The shop can repair an order that lost its payment (`CommercePlatform.recheck`). */
  readonly repairs: boolean
}

/**
 * When an attempt is looked at again by itself; undefined: never. Each write says it anew, from the age of the state.
 * What is awaited (`open`, `review`, `refunding`, and what the merchant gives back himself: `needs-review`) is asked about 1, 2, 5 and 15 units apart, then hourly, and daily from the
 * second day, with a unit of two minutes. What an order took is looked at again after five minutes, and while it is only
 * authorized daily; of what has sellers the deliveries are read after an hour, and again whenever the sale is twice as old, for
 * 90 days; what expired after an hour and after a day. A rejected payment whose order could not be cancelled is looked at like
 * what is awaited, for a month. An order that was placed unpaid waits for the merchant.
 */
export function nextCheckAt(
  {
    state,
    stateSince,
    token,
    context,
    note,
  }: Pick<CheckoutRecord, 'state' | 'stateSince' | 'token' | 'context' | 'note'>,
  { now, unitMs, repairs }: ScheduleInput,
): Date | undefined {
  const age = now.getTime() - stateSince.getTime()
  const afterNow = (ms: number) => new Date(now.getTime() + ms)
  const firstOf = (pauses: readonly number[]) => {
    const pause = pauses.find((each) => each > age)
    return pause === undefined ? undefined : new Date(stateSince.getTime() + pause)
  }
  const taken = repairs ? [REPAIR_MS, TAKEN_MS] : [TAKEN_MS]
  switch (state) {
    case 'created':
      return offlineMethodOf({ context }) === undefined ? afterNow(DAY_MS) : undefined
    case 'open':
    case 'refunding':
    case 'needs-review':
      return afterNow(gapAt(age, unitMs))
    case 'review':
      return age < REVIEW_MS ? afterNow(gapAt(age, unitMs)) : undefined
    case 'authorized':
      return firstOf(taken) ?? (age < AUTHORIZED_MS ? afterNow(DAY_MS) : undefined)
    case 'captured':
      return firstOf(taken) ?? (hasSellers({ context }) ? firstOf(deliveryChecks()) : undefined)
    case 'expired':
      return token === undefined && !isDirect({ context }) ? undefined : firstOf(EXPIRED_MS)
    case 'refunded':
      return isNotCancelled(note) && age < NOT_CANCELLED_MS ? afterNow(gapAt(age, unitMs)) : undefined
  }
}

function deliveryChecks(): readonly number[] {
  const checks: number[] = []
  for (let age = FIRST_DELIVERY_MS; age <= LONGEST_DELIVERY_MS; age *= 2) checks.push(age)
  return checks
}

/** The order may still lose what it took; after that only the deliveries of sellers are looked at. */
export const isMoneyWatched = ({
  stateSince,
  nextCheckAt: next,
}: Pick<CheckoutRecord, 'stateSince' | 'nextCheckAt'>): boolean =>
  next !== undefined && next.getTime() - stateSince.getTime() <= TAKEN_MS

function gapAt(age: number, unitMs: number): number {
  const [, gap = DAILY] = BACK_OFF.find(([youngerThan]) => age < youngerThan * unitMs) ?? []
  return gap * unitMs
}
