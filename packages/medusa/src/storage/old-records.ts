import type { CheckoutState, RetentionStore } from '@craftgate-commerce/core'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

// Each statement takes one batch, the oldest first, by an index of age, and steps over rows that somebody else holds. What
// must not exist is looked up row by row (OFFSET 0), and what goes by a list of keys: the planner would rather read the other
// table from end to end.

/** What keeps an attempt: an operation on one of its payments that the shop has not acknowledged, or that was written since. */
const OPERATION_IS_ALIVE = `select 1 from craftgate_checkout_payment payment
  join craftgate_payment_operation operation using (account, payment_id)
  where payment.record_id = checkout.record_id
    and (operation.acknowledged_at is null or operation.changed_at >= :before) offset 0`

/**
 * The timeline of a payment session goes with its last attempt; what was done in the panel, what figures are counted from, and
 * what ended in wallets, with the payments of its age: of the figures there are several rows for a payment.
 */
const DELETE_CHECKOUTS = `with old as (
  select record_id, reference from craftgate_checkout checkout
  where state in ('authorized', 'captured', 'expired', 'refunded') and state = any (:states) and changed_at < :before
    and not exists (${OPERATION_IS_ALIVE})
  order by changed_at limit :limit for update skip locked
), payments as (
  delete from craftgate_checkout_payment where record_id = any (array(select record_id from old))
  returning account, payment_id
), operations as (
  delete from craftgate_payment_operation where ctid = any (array(
    select operation.ctid from payments cross join lateral (
      select ctid from craftgate_payment_operation operation
      where operation.account = payments.account and operation.payment_id = payments.payment_id offset 0
    ) as operation
  ))
), events as (
  delete from craftgate_checkout_event where reference = any (array(
    select reference from old where not exists (select 1 from craftgate_checkout other
      where other.reference = old.reference and other.record_id not in (select record_id from old) offset 0)
  ))
), sales_entries as (
  delete from craftgate_sales_entry where ctid = any (array(
    select ctid from craftgate_sales_entry where moment < :moment and 'captured' = any (:states) order by moment limit 4 * :limit
  ))
), audit as (
  delete from craftgate_panel_audit where id = any (array(
    select id from craftgate_panel_audit where at < :before and 'captured' = any (:states) order by at limit :limit
  ))
), wallets as (
  delete from craftgate_wallet_operation where ctid = any (array(
    select ctid from craftgate_wallet_operation where ended_at < :before and 'captured' = any (:states)
    order by ended_at limit :limit for update skip locked
  ))
)
delete from craftgate_checkout where record_id = any (array(select record_id from old))`

const DELETE_WEBHOOKS = `delete from craftgate_processed_webhook where id = any (array(
  select id from craftgate_processed_webhook where handled_at < :before
  order by handled_at limit :limit for update skip locked
))`

/** Old records, batch by batch; each method answers how many rows it took. */
export class OldRecords implements RetentionStore {
  constructor(private readonly connections: Knex) {}

  deleteCheckouts(query: {
    readonly states: readonly CheckoutState[]
    readonly before: Date
    readonly limit: number
  }): Promise<number> {
    return this.run(DELETE_CHECKOUTS, {
      ...query,
      states: [...query.states],
      moment: query.before.getTime(),
    })
  }

  deleteEvents(query: { readonly before: Date; readonly limit: number }): Promise<number> {
    return this.run(DELETE_WEBHOOKS, { ...query })
  }

  private async run(sql: string, bindings: Record<string, unknown>): Promise<number> {
    const { rowCount } = await this.connections.raw<{ rowCount: number }>(sql, bindings as Knex.RawBinding)
    return rowCount
  }
}
