import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** Money of members' wallets. */
export class Migration20261130100000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "craftgate_wallet_operation" (
      "account" text not null,
      "operation_key" text not null,
      "kind" text not null,
      "member_id" bigint not null,
      "amount" bigint not null,
      "currency" text not null,
      "details" jsonb not null,
      "step" jsonb not null,
      "state" text not null,
      "error" jsonb null,
      "ended_at" timestamptz(3) null,
      "started_at" timestamptz(3) not null,
      "changed_at" timestamptz(3) not null,
      "version" integer not null,
      primary key ("account", "operation_key")
    )`)
    this.addSql(
      `create index if not exists "craftgate_wallet_operation_member" on "craftgate_wallet_operation" ("account", "member_id", "started_at", "operation_key")`,
    )
    this.addSql(
      `create index if not exists "craftgate_wallet_operation_open" on "craftgate_wallet_operation" ("changed_at", "account", "operation_key") where "ended_at" is null`,
    )
    this.addSql(
      `create index if not exists "craftgate_wallet_operation_age" on "craftgate_wallet_operation" ("ended_at")`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "craftgate_wallet_operation"`)
  }
}
