import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** The plugin's tables. */
export class Migration20261124120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "craftgate_checkout" (
      "record_id" text primary key,
      "reference" text not null,
      "attempt" integer not null,
      "account" text not null,
      "session_id" text not null,
      "context" jsonb not null,
      "phase" text not null,
      "state" text not null,
      "amount" bigint not null,
      "currency" text not null,
      "token" text null unique,
      "page_url" text null,
      "payment_ids" jsonb not null,
      "method" text null,
      "started_at" timestamptz(3) not null,
      "changed_at" timestamptz(3) not null,
      "state_since" timestamptz(3) not null,
      "standing" text null,
      "expires_at" timestamptz(3) null,
      "next_check_at" timestamptz(3) null,
      "note" text null,
      "version" integer not null,
      unique ("reference", "attempt")
    )`)
    this.addSql(
      `create index if not exists "craftgate_checkout_session" on "craftgate_checkout" ("session_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_state" on "craftgate_checkout" ("state", "changed_at", "record_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_changed" on "craftgate_checkout" ("changed_at", "record_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_method" on "craftgate_checkout" ("method", "changed_at", "record_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_account" on "craftgate_checkout" ("account", "changed_at", "record_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_amount" on "craftgate_checkout" ("currency", "amount", "record_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_check" on "craftgate_checkout" ("next_check_at") where "next_check_at" is not null`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_age" on "craftgate_checkout" ("changed_at") where "state" in ('authorized', 'captured', 'expired', 'refunded')`,
    )
    this.addSql(`create table if not exists "craftgate_checkout_payment" (
      "account" text not null,
      "payment_id" bigint not null,
      "record_id" text not null references "craftgate_checkout" ("record_id"),
      primary key ("account", "payment_id")
    )`)
    this.addSql(
      `create index if not exists "craftgate_checkout_payment_record" on "craftgate_checkout_payment" ("record_id")`,
    )
    this.addSql(`create table if not exists "craftgate_payment_operation" (
      "account" text not null,
      "operation_key" text not null,
      "kind" text not null,
      "payment_id" bigint not null,
      "amount" bigint not null,
      "currency" text not null,
      "steps" jsonb not null,
      "state" text not null,
      "request" jsonb null,
      "cancelled" boolean null,
      "error" jsonb null,
      "shop_reference" text null,
      "acknowledged_at" timestamptz(3) null,
      "started_at" timestamptz(3) not null,
      "changed_at" timestamptz(3) not null,
      "version" integer not null,
      primary key ("account", "operation_key")
    )`)
    this.addSql(
      `create index if not exists "craftgate_payment_operation_payment" on "craftgate_payment_operation" ("account", "payment_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_payment_operation_open" on "craftgate_payment_operation" ("changed_at", "account", "operation_key") where "acknowledged_at" is null`,
    )
    this.addSql(
      `create index if not exists "craftgate_payment_operation_failed" on "craftgate_payment_operation" ("account", "changed_at") where "state" = 'failed' and "kind" in ('refund', 'void')`,
    )
    this.addSql(`create table if not exists "craftgate_checkout_event" (
      "id" text primary key,
      "reference" text not null,
      "at" timestamptz(3) not null,
      "state" text not null,
      "note" text null,
      "error" jsonb null
    )`)
    this.addSql(
      `create index if not exists "craftgate_checkout_event_reference" on "craftgate_checkout_event" ("reference", "at")`,
    )
    this.addSql(`create table if not exists "craftgate_processed_webhook" (
      "id" text primary key,
      "handled_at" timestamptz(3) not null default now()
    )`)
    this.addSql(
      `create index if not exists "craftgate_processed_webhook_age" on "craftgate_processed_webhook" ("handled_at")`,
    )
    this.addSql(`create table if not exists "craftgate_lease" (
      "name" text primary key,
      "owner" text not null,
      "ends_at" timestamptz(3) not null
    )`)
    this.addSql(`create table if not exists "craftgate_unreleased_order" (
      "order_id" text primary key,
      "failed_at" timestamptz(3) not null
    )`)
    this.addSql(
      `create index if not exists "craftgate_unreleased_order_failed" on "craftgate_unreleased_order" ("failed_at", "order_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_unpaid" on "craftgate_checkout" ("account", "changed_at") where "state" = 'created' and "context"->>'offline' is not null`,
    )
    this.addSql(`create table if not exists "craftgate_transfer" (
      "account" text not null,
      "transfer_id" bigint not null,
      "state" text not null,
      "amount" bigint not null,
      "currency" text not null,
      "parts" jsonb not null,
      "reason" text null,
      "started_at" timestamptz(3) not null,
      "changed_at" timestamptz(3) not null,
      "version" integer not null,
      primary key ("account", "transfer_id")
    )`)
    this.addSql(
      `create index if not exists "craftgate_transfer_undecided" on "craftgate_transfer" ("account", "started_at") where "state" = 'undecided'`,
    )
    this.addSql(`create table if not exists "craftgate_panel_link" (
      "hash" text primary key,
      "asker" jsonb not null,
      "ends_at" timestamptz(3) not null
    )`)
    this.addSql(`create index if not exists "craftgate_panel_link_end" on "craftgate_panel_link" ("ends_at")`)
    this.addSql(`create table if not exists "craftgate_panel_audit" (
      "id" bigserial primary key,
      "at" timestamptz(3) not null,
      "user_id" text not null,
      "user_name" text not null,
      "action" text not null,
      "reference" text null
    )`)
    this.addSql(
      `create index if not exists "craftgate_panel_audit_age" on "craftgate_panel_audit" ("at", "id")`,
    )
    for (const by of ['user_id', 'action', 'reference'])
      this.addSql(
        `create index if not exists "craftgate_panel_audit_${by}" on "craftgate_panel_audit" ("${by}", "at", "id")`,
      )
  }

  override async down(): Promise<void> {
    for (const table of [
      'checkout_payment',
      'checkout',
      'payment_operation',
      'checkout_event',
      'processed_webhook',
      'lease',
      'unreleased_order',
      'transfer',
      'panel_link',
      'panel_audit',
    ]) {
      this.addSql(`drop table if exists "craftgate_${table}"`)
    }
  }
}
