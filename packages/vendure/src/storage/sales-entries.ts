import type { CheckoutRecord, SalesEntry, SalesStore } from '@craftgate-commerce/core'
import { FIGURE_COLUMNS, readFigures, type SalesFigures, toSalesRow } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import { CraftgateSalesEntry } from '../entities'
import { IsolatedConnection } from './isolated-connection'

/** What the panel's figures are counted from: of each channel on its own. */
@Injectable()
export class SalesEntries implements SalesStore {
  constructor(private readonly connection: IsolatedConnection) {}

  async enter(entry: SalesEntry, { context }: CheckoutRecord): Promise<void> {
    const rows = (await this.connection.source()).getRepository(CraftgateSalesEntry)
    await rows
      .createQueryBuilder()
      .insert()
      .values({ ...toSalesRow(entry), channel: context.channel ?? '' })
      .orUpdate([...FIGURE_COLUMNS], ['account', 'entry'])
      .execute()
  }

  async figures(channel: string, accounts: readonly string[], days: readonly Date[]): Promise<SalesFigures> {
    const source = await this.connection.source()
    const isNumbered = source.options.type === 'postgres'
    const path = source.getMetadata(CraftgateSalesEntry).tablePath.split('.')
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
