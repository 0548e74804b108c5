import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** What was said of each kind of thing that needs attention. */
export class Migration20261130110000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "craftgate_alert" (
      "account" text not null,
      "kind" text not null,
      "state" text not null,
      "count" integer not null,
      "state_since" timestamptz(3) not null,
      "raised_at" timestamptz(3) not null,
      "message_id" text not null,
      "pending" jsonb not null,
      "attempts" integer not null,
      "next_attempt_at" timestamptz(3) null,
      "started_at" timestamptz(3) not null,
      "changed_at" timestamptz(3) not null,
      "version" integer not null,
      primary key ("account", "kind")
    )`)
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "craftgate_alert"`)
  }
}
