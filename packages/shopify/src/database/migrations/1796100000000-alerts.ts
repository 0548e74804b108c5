import type { MigrationInterface, QueryRunner } from 'typeorm'

const UP = [
  `CREATE TABLE craftgate_alert (
    shop text NOT NULL, mode text NOT NULL, account text NOT NULL, kind text NOT NULL, state text NOT NULL,
    count int NOT NULL, state_since timestamptz(3) NOT NULL, raised_at timestamptz(3) NOT NULL,
    message_id text NOT NULL, pending jsonb NOT NULL, attempts int NOT NULL, next_attempt_at timestamptz(3),
    started_at timestamptz(3) NOT NULL, changed_at timestamptz(3) NOT NULL, version int NOT NULL,
    PRIMARY KEY (shop, mode, account, kind)
  )`,
  'CREATE INDEX craftgate_alert_untold ON craftgate_alert (shop, mode) WHERE next_attempt_at IS NOT NULL',
  'ALTER TABLE craftgate_keys ADD COLUMN alerts_due_at timestamptz(3) NOT NULL DEFAULT now()',
  'ALTER TABLE craftgate_keys ADD COLUMN alert_url text, ADD COLUMN alert_secret text, ADD COLUMN alert_mail text',
  'CREATE INDEX craftgate_keys_alerts_due ON craftgate_keys (alerts_due_at)',
  'CREATE INDEX craftgate_keys_own_alerts_due ON craftgate_keys (alerts_due_at) WHERE alert_url IS NOT NULL OR alert_mail IS NOT NULL',
]

/** What was said of each kind of thing that needs attention, to whom, and when a shop is looked at again. */
export class Alerts1796100000000 implements MigrationInterface {
  readonly name = 'Alerts1796100000000'

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement)
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      'ALTER TABLE craftgate_keys DROP COLUMN alerts_due_at, DROP COLUMN alert_url, DROP COLUMN alert_secret, DROP COLUMN alert_mail',
    )
    await runner.query('DROP TABLE craftgate_alert')
  }
}
