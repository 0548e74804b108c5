import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** The plugin's four tables. */
export class Migration20261124120000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "craftgate_checkout" (
      "record_id" text primary key,
      "reference" text not null,
      "attempt" integer not null,
      "merchant" text not null,
      "session_id" text not null,
      "context" jsonb not null,
      "phase" text not null,
      "state" text not null,
      "amount" bigint not null,
      "currency" text not null,
      "token" text null unique,
      "page_url" text null,
      "payment_id" bigint null,
      "started_at" timestamptz(3) not null,
      "changed_at" timestamptz(3) not null,
      "expires_at" timestamptz(3) null,
      "note" text null,
      "version" integer not null,
      unique ("reference", "attempt")
    )`)
    this.addSql(
      `create index if not exists "craftgate_checkout_session" on "craftgate_checkout" ("session_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_payment" on "craftgate_checkout" ("payment_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_checkout_state" on "craftgate_checkout" ("state", "changed_at")`,
    )
    this.addSql(`create table if not exists "craftgate_payment_operation" (
      "operation_key" text primary key,
      "kind" text not null,
      "merchant" text not null,
      "payment_id" bigint not null,
      "amount" bigint not null,
      "currency" text not null,
      "steps" jsonb not null,
      "state" text not null,
      "cancelled" boolean null,
      "error" jsonb null,
      "shop_reference" text null,
      "started_at" timestamptz(3) not null,
      "changed_at" timestamptz(3) not null,
      "version" integer not null
    )`)
    this.addSql(
      `create index if not exists "craftgate_payment_operation_payment" on "craftgate_payment_operation" ("payment_id")`,
    )
    this.addSql(
      `create index if not exists "craftgate_payment_operation_state" on "craftgate_payment_operation" ("state", "changed_at")`,
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
  }

  override async down(): Promise<void> {
    for (const table of ['checkout', 'payment_operation', 'checkout_event', 'processed_webhook']) {
      this.addSql(`drop table if exists "craftgate_${table}"`)
    }
  }
}
