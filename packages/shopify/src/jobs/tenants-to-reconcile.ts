import type { DataSource } from 'typeorm'
import { type Tenant, tenantKey } from '../context/tenant'

/** Each step finds the next tenant by an index of what is open, so that it reads a row for each tenant and none of what ended. */
const tenantsOf = (table: string, condition: string): string => `(WITH RECURSIVE busy AS (
    (SELECT shop, mode FROM ${table} WHERE ${condition} ORDER BY shop, mode LIMIT 1)
    UNION ALL
    SELECT next.shop, next.mode FROM busy CROSS JOIN LATERAL (
      SELECT shop, mode FROM ${table} WHERE ${condition} AND (shop, mode) > (busy.shop, busy.mode)
      ORDER BY shop, mode LIMIT 1) AS next
  ) SELECT shop, mode FROM busy)`

const BUSY = [
  tenantsOf('craftgate_checkout', 'next_check_at IS NOT NULL'),
  tenantsOf('craftgate_payment_operation', 'acknowledged_at IS NULL'),
  tenantsOf('craftgate_wallet_operation', 'ended_at IS NULL'),
]

/** Those to whom something is still to be told. */
const TOLD_LATER = tenantsOf('craftgate_alert', 'next_attempt_at IS NOT NULL')

/** What ends in this minute may need attention in the next one. */
const LOOK_AGAIN = `UPDATE craftgate_keys SET alerts_due_at = $1 FROM (${BUSY.join(' UNION ')}) AS busy
  WHERE craftgate_keys.shop = busy.shop AND craftgate_keys.mode = busy.mode AND alerts_due_at > $1`

const takeDue = (condition: string): string => `UPDATE craftgate_keys SET alerts_due_at = $2 FROM (
    SELECT shop, mode FROM craftgate_keys WHERE alerts_due_at <= $1 AND ${condition} ORDER BY alerts_due_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ) AS due WHERE craftgate_keys.shop = due.shop AND craftgate_keys.mode = due.mode
  RETURNING craftgate_keys.shop, craftgate_keys.mode`

/** A shop where nothing happens is looked at as often: what only time brings needs attention no sooner. */
const LOOK_EVERY_MS = 15 * 60_000
/** So many in one minute, those first that wait longest; 15,000 in LOOK_EVERY_MS. */
const MOST_IN_A_MINUTE = 1_000

/**
 * Tenants in which something is open: an attempt, an operation; and of those whose alerts are told to somebody the ones that are
 * due to be looked at: where something was open, or an operation was written, since they were looked at, and every other
 * one each quarter of an hour. `alertsOfAll`: also of shops without an address of their own.
 */
export async function tenantsToReconcile(
  database: DataSource,
  now: Date,
  { alertsOfAll }: { readonly alertsOfAll: boolean },
): Promise<readonly Tenant[]> {
  const [due] = await database.query<[Tenant[], number]>(
    takeDue(alertsOfAll ? 'true' : '(alert_url IS NOT NULL OR alert_mail IS NOT NULL)'),
    [now, new Date(now.getTime() + LOOK_EVERY_MS), MOST_IN_A_MINUTE],
  )
  const open = await database.query<Tenant[]>([...BUSY, TOLD_LATER].join(' UNION '))
  await database.query(LOOK_AGAIN, [now])
  return [...new Map([...open, ...due].map((tenant) => [tenantKey(tenant), tenant])).values()]
}
