import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the merchant's figures are counted from; its index holds all that they read. */
const UP = [
  `CREATE TABLE craftgate_sales_entry (
    shop text NOT NULL, mode text NOT NULL, account text NOT NULL, entry text NOT NULL,
    reference text NOT NULL, kind text NOT NULL, currency text NOT NULL, amount bigint NOT NULL, paid bigint NOT NULL,
    method text NOT NULL, installment int NOT NULL, bank text NOT NULL, pos text NOT NULL, errorgroup text NOT NULL,
    charged bigint, bankcommission bigint, blockageresolved bigint,
    moment bigint NOT NULL,
    PRIMARY KEY (shop, mode, account, entry)
  )`,
  `CREATE INDEX craftgate_sales_entry_figures ON craftgate_sales_entry (shop, mode, moment)
    INCLUDE (account, kind, currency, amount, paid, method, installment, bank, pos, errorgroup, reference,
      charged, bankcommission, blockageresolved)`,
  'CREATE INDEX craftgate_sales_entry_age ON craftgate_sales_entry (moment)',
]

export class SalesEntries1796000000000 implements MigrationInterface {
  readonly name = 'SalesEntries1796000000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE craftgate_sales_entry')
  }
}
