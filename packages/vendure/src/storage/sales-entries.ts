import type { CheckoutRecord, SalesEntry, SalesStore, TakenQuery } from '@craftgate-commerce/core'
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

  /** Of all channels: Craftgate knows accounts only. */
  async taken({ account, ...query }: TakenQuery) {
    return readTaken(await this.tableOf([{ account }]), query)
  }

  async figures(channel: string, accounts: readonly string[], days: readonly Date[]): Promise<SalesFigures> {
    return readFigures(await this.tableOf(accounts.map((account) => ({ channel, account }))), days)
  }

  settlement(channel: string, account: string): SettlementEntries {
    return settlementEntries(() => this.tableOf([{ channel, account }]))
  }

  private async tableOf(scopes: SalesTable['scopes']): Promise<SalesTable> {
    const source = await this.connection.source()
    const isNumbered = source.options.type === 'postgres'
    const path = source.getMetadata(CraftgateSalesEntry).tablePath.split('.')
    return {
      name: path.map((name) => source.driver.escape(name)).join('.'),
      scopes,
      placeholder: (number) => (isNumbered ? `$${number}` : '?'),
      ask: (sql, parameters) => source.query(sql, [...parameters]),
    }
  }
}
