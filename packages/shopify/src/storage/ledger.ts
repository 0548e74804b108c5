import type { LedgerEntry, LedgerStore } from '@craftgate-commerce/core'
import {
  LEDGER_FIGURES,
  type LedgerFigures,
  readFigures,
  toLedgerRow,
} from '@craftgate-commerce/core/adapter'
import type { DataSource } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { ledgerEntity } from '../database'

/** What the figures of one tenant are counted from. */
export class Ledger implements LedgerStore {
  private readonly tenant: Tenant

  constructor(
    private readonly database: DataSource,
    { shop, mode }: Tenant,
  ) {
    this.tenant = { shop, mode }
  }

  async enter(entry: LedgerEntry): Promise<void> {
    await this.database
      .getRepository(ledgerEntity)
      .createQueryBuilder()
      .insert()
      .values({ ...this.tenant, ...toLedgerRow(entry) })
      .orUpdate([...LEDGER_FIGURES], ['shop', 'mode', 'account', 'entry'])
      .execute()
  }

  /** `days`: the first moment of each, oldest first, and the end of the last. */
  figures(days: readonly Date[]): Promise<LedgerFigures> {
    return readFigures(
      {
        name: 'craftgate_ledger',
        scopes: [{ ...this.tenant }],
        placeholder: (number) => `$${number}`,
        ask: (sql, parameters) => this.database.query(sql, [...parameters]),
      },
      days,
    )
  }
}
