import type { CheckoutRecord, SalesEntry, SalesStore, TakenQuery } from '@craftgate-commerce/core'
import {
  readFigures,
  readTaken,
  type SalesFigures,
  type SalesTable,
  type SettlementEntries,
  settlementEntries,
  toSalesRow,
} from '@craftgate-commerce/core/adapter'
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

  taken({ account, ...query }: TakenQuery) {
    return readTaken(this.tableOf([account]), query)
  }

  figures(accounts: readonly string[], days: readonly Date[]): Promise<SalesFigures> {
    return readFigures(this.tableOf(accounts), days)
  }

  settlement(account: string): SettlementEntries {
    return settlementEntries(() => this.tableOf([account]))
  }

  private tableOf(accounts: readonly string[]): SalesTable {
    return {
      name: TABLE,
      scopes: accounts.map((account) => ({ account })),
      placeholder: () => '?',
      ask: async (sql, parameters) =>
        (await this.connections.raw<{ rows: Record<string, unknown>[] }>(sql, [...parameters])).rows,
    }
  }
}
