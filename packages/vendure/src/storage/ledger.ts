import type { CheckoutRecord, LedgerEntry, LedgerStore } from '@craftgate-commerce/core'
import {
  LEDGER_FIGURES,
  type LedgerFigures,
  readFigures,
  toLedgerRow,
} from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { CraftgateLedger } from '../entities'
import { IsolatedConnection } from './isolated-connection'

/** What the panel's figures are counted from: of each channel on its own. */
@Injectable()
export class Ledger implements LedgerStore {
  constructor(private readonly connection: IsolatedConnection) {}

  async enter(entry: LedgerEntry, { context }: CheckoutRecord): Promise<void> {
    const rows = (await this.connection.source()).getRepository(CraftgateLedger)
    await rows
      .createQueryBuilder()
      .insert()
      .values({ ...toLedgerRow(entry), channel: context.channel ?? '' })
      .orUpdate([...LEDGER_FIGURES], ['account', 'entry'])
      .execute()
  }

  async figures(channel: string, accounts: readonly string[], days: readonly Date[]): Promise<LedgerFigures> {
    const source = await this.connection.source()
    const isNumbered = source.options.type === 'postgres'
    const path = source.getMetadata(CraftgateLedger).tablePath.split('.')
    return readFigures(
      {
        name: path.map((name) => source.driver.escape(name)).join('.'),
        scopes: accounts.map((account) => ({ channel, account })),
        placeholder: (number) => (isNumbered ? `$${number}` : '?'),
        ask: (sql, parameters) => source.query(sql, [...parameters]),
      },
      days,
    )
  }
}
