import {
  type Money,
  money,
  type PaymentRef,
  type SalesEntry,
  type SalesStore,
  type TakenQuery,
} from '@craftgate-commerce/core'
import {
  FIGURE_COLUMNS,
  isCurrency,
  readFigures,
  readTaken,
  type SalesFigures,
  type SalesTable,
  type SettlementEntries,
  settlementEntries,
  takenEntryOf,
  toSalesRow,
} from '@craftgate-commerce/core/adapter'
import type { DataSource } from 'typeorm'
import type { Tenant } from '../context/tenant'
import { salesEntryEntity } from '../database'

/** What whoever paid was charged. */
export interface Charge {
  /** Of the order. */
  readonly price: Money
  /** With the interest of instalments, or less what a campaign of the merchant bears. */
  readonly charged: Money
  readonly installment: number
  /** Held on the card, and charged later. */
  readonly isHeld: boolean
}

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

  /** What a payment that an order took was charged; undefined while nothing of it is entered. */
  async chargeOf({ account, paymentId }: PaymentRef): Promise<Charge | undefined> {
    const row = await this.database
      .getRepository(salesEntryEntity)
      .findOneBy({ ...this.tenant, account, entry: takenEntryOf(paymentId) })
    if (row === null || row.kind === 'lost') return undefined
    const { amount, paid, currency, installment, kind } = row
    if (!isCurrency(currency)) return undefined
    const sums = { price: money(amount, currency), charged: money(paid, currency) }
    return { ...sums, installment, isHeld: kind === 'authorization' }
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
