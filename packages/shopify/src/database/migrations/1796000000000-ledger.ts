import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What the merchant's figures are counted from; its index holds all that they read. */
const UP = [
  `CREATE TABLE craftgate_ledger (
    shop text NOT NULL, mode text NOT NULL, account text NOT NULL, entry text NOT NULL,
    reference text NOT NULL, kind text NOT NULL, currency text NOT NULL, amount bigint NOT NULL, paid bigint NOT NULL,
    method text NOT NULL, installment int NOT NULL, bank text NOT NULL, pos text NOT NULL, refusal text NOT NULL,
    moment bigint NOT NULL,
    PRIMARY KEY (shop, mode, account, entry)
  )`,
  `CREATE INDEX craftgate_ledger_figures ON craftgate_ledger (shop, mode, moment)
    INCLUDE (kind, currency, amount, paid, method, installment, bank, pos, refusal, reference)`,
  'CREATE INDEX craftgate_ledger_age ON craftgate_ledger (moment)',
]

export class Ledger1796000000000 implements MigrationInterface {
  readonly name = 'Ledger1796000000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE craftgate_ledger')
  }
}
