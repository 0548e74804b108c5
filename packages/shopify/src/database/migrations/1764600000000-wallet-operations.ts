import type { MigrationInterface, QueryRunner } from 'typeorm'

const TABLE = 'craftgate_wallet_operation'

const UP = [
  `CREATE TABLE ${TABLE} (
    shop text NOT NULL, mode text NOT NULL, account text NOT NULL, operation_key text NOT NULL, kind text NOT NULL,
    member_id bigint NOT NULL, amount bigint NOT NULL, currency text NOT NULL, details jsonb NOT NULL, step jsonb NOT NULL,
    state text NOT NULL, error jsonb, ended_at timestamptz(3),
    started_at timestamptz(3) NOT NULL, changed_at timestamptz(3) NOT NULL, version int NOT NULL,
    PRIMARY KEY (shop, mode, account, operation_key)
  )`,
  `CREATE INDEX ${TABLE}_member ON ${TABLE} (shop, mode, account, member_id, started_at, operation_key)`,
  `CREATE INDEX ${TABLE}_open ON ${TABLE} (shop, mode, changed_at, account, operation_key) WHERE ended_at IS NULL`,
  `CREATE INDEX ${TABLE}_age ON ${TABLE} (ended_at)`,
]

/** Money of members' wallets. */
export class WalletOperations1764600000000 implements MigrationInterface {
  readonly name = 'WalletOperations1764600000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP TABLE ${TABLE}`)
  }
}
