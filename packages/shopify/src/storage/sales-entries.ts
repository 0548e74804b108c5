import type { SalesEntry, SalesStore, TakenQuery } from '@craftgate-commerce/core'
import {
  FIGURE_COLUMNS,
  readFigures,
  readTaken,
  type SalesFigures,
  type SalesTable,
  type SettlementEntries,
  settlementEntries,
  toSalesRow,
} from '@craftgate-commerce/core/adapter'
import type { DataSource } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { salesEntryEntity } from '../database'

/** What the figures of one tenant are counted from. */
export class SalesEntries implements SalesStore {
  private readonly tenant: Tenant

  constructor(
    private readonly database: DataSource,
    { shop, mode }: Tenant,
  ) {
    this.tenant = { shop, mode }
  }

  async enter(entry: SalesEntry): Promise<void> {
    await this.database
      .getRepository(salesEntryEntity)
      .createQueryBuilder()
      .insert()
      .values({ ...this.tenant, ...toSalesRow(entry) })
      .orUpdate([...FIGURE_COLUMNS], ['shop', 'mode', 'account', 'entry'])
      .execute()
  }

  /** A tenant has few accounts, so the index of the tenant's moments is enough. */
  taken({ account, ...query }: TakenQuery) {
    return readTaken(this.tableOf({ account }), query)
  }

  /** `days`: the first moment of each, oldest first, and the end of the last. */
  figures(days: readonly Date[]): Promise<SalesFigures> {
    return readFigures(this.tableOf(), days)
  }

  /** Its index holds the account too. */
  settlement(account: string): SettlementEntries {
    return settlementEntries(() => this.tableOf({ account }))
  }

  private tableOf(more: { readonly account?: string } = {}): SalesTable {
    return {
      name: 'craftgate_sales_entry',
      scopes: [{ ...this.tenant, ...more }],
      placeholder: (number) => `$${number}`,
      ask: (sql, parameters) => this.database.query(sql, [...parameters]),
    }
  }
}
