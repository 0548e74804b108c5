import type { CheckoutState, RetentionStore } from '@craftgate-commerce/core'
import type { DataSource } from 'typeorm'

// What is old goes whatever shop it is of: also of a shop that left, which has no core of its own any more. Each statement
// takes one batch, the oldest first, by an index of age, and steps over rows that somebody else holds. What must not exist is
// looked up row by row (OFFSET 0): the planner would rather read the other table from end to end, for each batch.

/** What keeps a payment's records: an operation that the shop has not acknowledged, or that was written since. */
const OPERATION_IS_ALIVE = `SELECT 1 FROM craftgate_checkout_payment payment
  JOIN craftgate_payment_operation operation USING (shop, mode, account, payment_id)
  WHERE payment.shop = checkout.shop AND payment.mode = checkout.mode AND payment.record_id = checkout.record_id
    AND (operation.acknowledged_at IS NULL OR operation.changed_at >= $2) OFFSET 0`

/** What figures are counted from goes with the payments of its age; it has several rows for a payment. */
const DELETE_CHECKOUTS = `WITH old AS (
  SELECT shop, mode, record_id FROM craftgate_checkout checkout
  WHERE state IN ('authorized', 'captured', 'expired', 'refunded') AND state = ANY ($1) AND changed_at < $2
    AND NOT EXISTS (${OPERATION_IS_ALIVE})
  ORDER BY changed_at LIMIT $3 FOR UPDATE SKIP LOCKED
), payments AS (
  DELETE FROM craftgate_checkout_payment USING old
  WHERE (craftgate_checkout_payment.shop, craftgate_checkout_payment.mode, craftgate_checkout_payment.record_id)
    = (old.shop, old.mode, old.record_id)
  RETURNING craftgate_checkout_payment.shop, craftgate_checkout_payment.mode, account, payment_id
), operations AS (
  DELETE FROM craftgate_payment_operation WHERE ctid = ANY (ARRAY(
    SELECT operation.ctid FROM payments CROSS JOIN LATERAL (
      SELECT ctid FROM craftgate_payment_operation operation
      WHERE operation.shop = payments.shop AND operation.mode = payments.mode
        AND operation.account = payments.account AND operation.payment_id = payments.payment_id OFFSET 0
    ) AS operation
  ))
), sales_entries AS (
  DELETE FROM craftgate_sales_entry WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM craftgate_sales_entry WHERE moment < $4 AND 'captured' = ANY ($1) ORDER BY moment LIMIT 4 * $3
  ))
), wallets AS (
  DELETE FROM craftgate_wallet_operation WHERE ctid = ANY (ARRAY(
    SELECT ctid FROM craftgate_wallet_operation WHERE ended_at < $2 AND 'captured' = ANY ($1)
    ORDER BY ended_at LIMIT $3 FOR UPDATE SKIP LOCKED
  ))
)
DELETE FROM craftgate_checkout checkout USING old
WHERE (checkout.shop, checkout.mode, checkout.record_id) = (old.shop, old.mode, old.record_id)`

const DELETE_WEBHOOKS = `DELETE FROM craftgate_processed_webhook webhook USING (
  SELECT shop, mode, event_key FROM craftgate_processed_webhook WHERE handled_at < $1
  ORDER BY handled_at LIMIT $2 FOR UPDATE SKIP LOCKED
) AS old WHERE (webhook.shop, webhook.mode, webhook.event_key) = (old.shop, old.mode, old.event_key)`

/**
 * A payment session goes with its refunds, captures and voids, its timeline and its place in its group: when its attempts
 * went before, Shopify knows the end of all of them, and nothing was written since.
 */
const DELETE_SESSIONS = `WITH old AS (
  SELECT id, shop, mode, group_id FROM craftgate_session payment
  WHERE kind = 'payment' AND created_at < $1 AND changed_at < $1
    AND NOT has_issue AND status <> 'syncing'
    AND NOT EXISTS (SELECT 1 FROM craftgate_checkout checkout WHERE checkout.shop = payment.shop
      AND checkout.mode = payment.mode AND checkout.reference = payment.id OFFSET 0)
    AND NOT EXISTS (SELECT 1 FROM craftgate_session follower WHERE follower.payment_session_id = payment.id
      AND (follower.has_issue OR follower.sync_status IS NULL OR follower.changed_at >= $1) OFFSET 0)
  ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED
), every AS (
  SELECT id FROM old UNION ALL
  SELECT follower.id FROM old JOIN craftgate_session follower ON follower.payment_session_id = old.id
), events AS (
  DELETE FROM craftgate_session_event USING every WHERE session_id = every.id
), winners AS (
  DELETE FROM craftgate_group_winner winner USING old
  WHERE (winner.shop, winner.mode, winner.group_id) = (old.shop, old.mode, old.group_id) AND winner.session_id = old.id
), followers AS (
  DELETE FROM craftgate_session follower USING old WHERE follower.payment_session_id = old.id
)
DELETE FROM craftgate_session payment USING old WHERE payment.id = old.id`

const FORGET_SHOPPERS = `UPDATE craftgate_session session
  SET contact = NULL, email_hash = NULL, phone_hash = NULL, cancel_url = NULL, redirect_url = NULL
  FROM (
    SELECT id FROM craftgate_session
    WHERE COALESCE(contact, email_hash, phone_hash, cancel_url, redirect_url) IS NOT NULL AND created_at < $1
    ORDER BY created_at LIMIT $2 FOR UPDATE SKIP LOCKED
  ) AS old WHERE session.id = old.id`

const DELETE_PRIVACY_REQUESTS = `DELETE FROM craftgate_privacy_request WHERE id = ANY (ARRAY(
  SELECT id FROM craftgate_privacy_request WHERE received_at < $1 ORDER BY received_at LIMIT $2
))`

const DELETE_AUDIT = `DELETE FROM craftgate_panel_audit WHERE id = ANY (ARRAY(
  SELECT id FROM craftgate_panel_audit WHERE at < $1 ORDER BY at LIMIT $2
))`

/** Old records of all shops, batch by batch; each method answers how many rows it took. */
export class OldRecords implements RetentionStore {
  constructor(private readonly database: DataSource) {}

  deleteCheckouts(query: {
    readonly states: readonly CheckoutState[]
    readonly before: Date
    readonly limit: number
  }): Promise<number> {
    return this.run(DELETE_CHECKOUTS, [query.states, query.before, query.limit, query.before.getTime()])
  }

  deleteEvents({ before, limit }: { readonly before: Date; readonly limit: number }): Promise<number> {
    return this.run(DELETE_WEBHOOKS, [before, limit])
  }

  /** What Shopify began, once core's records of it went. */
  deleteSessions(before: Date, limit: number): Promise<number> {
    return this.run(DELETE_SESSIONS, [before, limit])
  }

  /** E-mail, phone and addresses of shoppers in sessions that began before. */
  forgetShoppers(before: Date, limit: number): Promise<number> {
    return this.run(FORGET_SHOPPERS, [before, limit])
  }

  deletePrivacyRequests(before: Date, limit: number): Promise<number> {
    return this.run(DELETE_PRIVACY_REQUESTS, [before, limit])
  }

  deleteAudit(before: Date, limit: number): Promise<number> {
    return this.run(DELETE_AUDIT, [before, limit])
  }

  /** TypeORM answers rows and their count for these statements. */
  private async run(sql: string, parameters: unknown[]): Promise<number> {
    const [, affected]: [unknown, number] = await this.database.query(sql, parameters)
    return affected
  }
}
