import type { CheckoutRecord, LedgerEntry, LedgerStore } from '@craftgate-commerce/core'
import { type LedgerFigures, readFigures, toLedgerRow } from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

const LEDGER = 'craftgate_ledger'

/** What the panel's figures are counted from. */
export class Ledger implements LedgerStore {
  constructor(private readonly connections: Knex) {}

  async enter(entry: LedgerEntry, _record: CheckoutRecord): Promise<void> {
    const row = toLedgerRow(entry)
    const { account: _account, entry: _entry, moment: _moment, ...changed } = row
    await this.connections(LEDGER).insert(row).onConflict(['account', 'entry']).merge(changed)
  }

  figures(accounts: readonly string[], days: readonly Date[]): Promise<LedgerFigures> {
    const table = {
      name: LEDGER,
      scopes: accounts.map((account) => ({ account })),
      placeholder: () => '?',
      ask: async (sql: string, parameters: readonly (string | number)[]) =>
        (await this.connections.raw<{ rows: Record<string, unknown>[] }>(sql, [...parameters])).rows,
    }
    return readFigures(table, days)
  }
}
