import type { CheckoutRecord, SalesEntry, SalesStore } from '@craftgate-commerce/core'
import { readFigures, type SalesFigures, toSalesRow } from '@craftgate-commerce/core/adapter'
import type { Knex } from '@medusajs/framework/mikro-orm/postgresql'

const TABLE = 'craftgate_sales_entry'

/** What the panel's figures are counted from. */
export class SalesEntries implements SalesStore {
  constructor(private readonly connections: Knex) {}

  async enter(entry: SalesEntry, _record: CheckoutRecord): Promise<void> {
    const row = toSalesRow(entry)
    const { account: _account, entry: _entry, moment: _moment, ...changed } = row
    await this.connections(TABLE).insert(row).onConflict(['account', 'entry']).merge(changed)
  }

  figures(accounts: readonly string[], days: readonly Date[]): Promise<SalesFigures> {
    const table = {
      name: TABLE,
      scopes: accounts.map((account) => ({ account })),
      placeholder: () => '?',
      ask: async (sql: string, parameters: readonly (string | number)[]) =>
        (await this.connections.raw<{ rows: Record<string, unknown>[] }>(sql, [...parameters])).rows,
    }
    return readFigures(table, days)
  }
}
