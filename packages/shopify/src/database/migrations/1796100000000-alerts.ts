import type { MigrationInterface, QueryRunner } from 'typeorm'

const UP = `CREATE TABLE craftgate_alert (
    shop text NOT NULL, mode text NOT NULL, account text NOT NULL, kind text NOT NULL, state text NOT NULL,
    count int NOT NULL, state_since timestamptz(3) NOT NULL, raised_at timestamptz(3) NOT NULL,
    message_id text NOT NULL, pending jsonb NOT NULL, attempts int NOT NULL, next_attempt_at timestamptz(3),
    started_at timestamptz(3) NOT NULL, changed_at timestamptz(3) NOT NULL, version int NOT NULL,
    PRIMARY KEY (shop, mode, account, kind)
  )`

/** What was said of each kind of thing that needs attention. */
export class Alerts1796100000000 implements MigrationInterface {
  readonly name = 'Alerts1796100000000'

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(UP)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE craftgate_alert')
  }
}
