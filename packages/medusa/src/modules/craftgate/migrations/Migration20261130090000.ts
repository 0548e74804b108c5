import { Migration } from '@medusajs/framework/mikro-orm/migrations'

/** What the panel's figures are counted from; its index holds all that they read. */
export class Migration20261130090000 extends Migration {
  override async up(): Promise<void> {
    this.addSql(`create table if not exists "craftgate_sales_entry" (
      "account" text not null,
      "entry" text not null,
      "reference" text not null,
      "kind" text not null,
      "currency" text not null,
      "amount" bigint not null,
      "paid" bigint not null,
      "method" text not null,
      "installment" integer not null,
      "bank" text not null,
      "pos" text not null,
      "errorgroup" text not null,
      "charged" bigint,
      "bankcommission" bigint,
      "blockageresolved" bigint,
      "moment" bigint not null,
      primary key ("account", "entry")
    )`)
    this.addSql(
      `create index if not exists "craftgate_sales_entry_figures" on "craftgate_sales_entry" ("account", "moment") include ("kind", "currency", "amount", "paid", "method", "installment", "bank", "pos", "errorgroup", "reference", "charged", "bankcommission", "blockageresolved")`,
    )
    this.addSql(
      `create index if not exists "craftgate_sales_entry_age" on "craftgate_sales_entry" ("moment")`,
    )
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "craftgate_sales_entry"`)
  }
}
