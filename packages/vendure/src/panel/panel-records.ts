import type { CheckoutRecord, CraftgateCommerce, PaymentRef } from '@craftgate-commerce/core'
import { type CheckoutPage, checkoutOfRow, checkoutPage } from '@craftgate-commerce/core/adapter'
import {
  type PanelOrder,
  type PanelRecords,
  type PanelUser,
  type PaymentQuery,
  paymentNumberOf,
} from '@craftgate-commerce/panel'
import { Inject, Injectable } from '@nestjs/common'
import { Customer, normalizeEmailAddress, Order, TransactionalConnection } from '@vendure/core'
import { In } from 'typeorm'
import { CraftgateCheckout, CraftgateCheckoutPayment } from '../entities'
import { factsOf } from '../order'
import type { VendureOptions } from '../plugin-options'
import { IsolatedConnection, OperationStore } from '../storage'
import { CRAFTGATE, CRAFTGATE_OPTIONS } from '../tokens'
import { checkoutTable } from './checkout-table'
import { PanelOrderMoney } from './panel-order-money'

const MOST_FOUND = 1_000
const MOST_CUSTOMERS = 10

/**
 * The attempts of one channel with their orders: a channel's administrator sees those of no other. Those of all channels are
 * counted for alerts only.
 */
@Injectable()
export class PanelRecordsReader {
  constructor(
    @Inject(CRAFTGATE) private readonly commerce: CraftgateCommerce,
    @Inject(CRAFTGATE_OPTIONS) private readonly options: VendureOptions,
    private readonly isolated: IsolatedConnection,
    private readonly connection: TransactionalConnection,
    private readonly operations: OperationStore,
    private readonly money: PanelOrderMoney,
  ) {}

  of(user: PanelUser): PanelRecords {
    const { shop: channel } = user
    return {
      commerce: this.commerce,
      payLink: ({ reference }) => this.commerce.payLink(reference),
      money: this.money.of(user),
      owns: (attempt) => channel === undefined || factsOf(attempt).channel === channel,
      accounts: async () => user.merchants.flatMap((merchant) => this.options.accountsEverOf(merchant)),
      cards: { accounts: async () => this.accounts, paymentsByCard: this.commerce.paymentsByCard },
      customerOf: (email) => this.customerOf(email),
      page: (query) => this.page(channel, query),
      attempts: (reference) => this.attempts(channel, reference),
      operations: (payment) => this.operations.of(payment),
      // Vendure keeps the history of an order itself.
      events: async () => [],
      orders: (records) => this.orders(records),
    }
  }

  private async page(channel: string | undefined, query: PaymentQuery): Promise<CheckoutPage> {
    const { search, customer } = query
    return checkoutPage(checkoutTable(await this.isolated.source(), channel), {
      ...query,
      ids: search === undefined ? undefined : await this.found(query, search),
      orders: customer === undefined ? undefined : await this.ordersOf(customer),
    })
  }

  /** Attempts that bear this reference, pay the order with this code, or a payment with this number. */
  private async found({ cardPayments = [] }: PaymentQuery, search: string): Promise<readonly string[]> {
    const checkouts = await this.rows()
    const order = await this.connection.rawConnection.getRepository(Order).findOneBy({ code: search })
    const take = MOST_FOUND
    const named = await checkouts.find({ where: { reference: search }, take })
    const ofOrder = order ? await checkouts.find({ where: { order: String(order.id) }, take }) : []
    return [...named, ...ofOrder, ...(await this.paidBy(search, cardPayments))].map(
      ({ recordId }) => recordId,
    )
  }

  private async paidBy(search: string, cardPayments: readonly PaymentRef[]) {
    const paymentId = paymentNumberOf(search)
    const numbered = paymentId === undefined ? [] : this.accounts.map((account) => ({ account, paymentId }))
    const payments = (await this.isolated.source()).getRepository(CraftgateCheckoutPayment)
    const wanted = [...numbered, ...cardPayments]
    return wanted.length === 0 ? [] : payments.findBy(wanted)
  }

  /** Vendure keeps no two customers with one address apart, nor an index of it: it looks them up so at each checkout. */
  private async customerOf(email: string): Promise<string | undefined> {
    const customers = this.connection.rawConnection.getRepository(Customer)
    const emailAddress = normalizeEmailAddress(email)
    const found = await customers.find({
      where: { emailAddress },
      select: { id: true },
      take: MOST_CUSTOMERS,
    })
    return found.map(({ id }) => id).join() || undefined
  }

  private async ordersOf(customer: string): Promise<readonly string[]> {
    const orders = this.connection.rawConnection.getRepository(Order)
    const where = { customer: { id: In(customer.split(',')) } }
    const found = await orders.find({ where, select: { id: true }, order: { id: 'DESC' }, take: MOST_FOUND })
    return found.map(({ id }) => String(id))
  }

  private get accounts(): readonly string[] {
    return Object.keys(this.options.core.merchants).map((name) => this.options.accountOf(name))
  }

  private async attempts(channel: string | undefined, reference: string): Promise<readonly CheckoutRecord[]> {
    const rows = await (await this.rows()).find({ where: { channel, reference }, order: { attempt: 'ASC' } })
    return rows.map(checkoutOfRow)
  }

  /** Those that are placed, by the id of the attempt. */
  private async orders(records: readonly CheckoutRecord[]): Promise<ReadonlyMap<string, PanelOrder>> {
    const ids = [...new Set(records.map(({ order }) => order))]
    const orders = await this.connection.rawConnection.getRepository(Order).findBy({ id: In(ids) })
    const placed = new Map(
      orders.flatMap(({ id, code, orderPlacedAt }) =>
        orderPlacedAt
          ? [[String(id), { number: code, url: `${this.options.dashboardUrl}/orders/${id}` }]]
          : [],
      ),
    )
    return new Map(
      records.flatMap(({ id, order }) => {
        const found = placed.get(order)
        return found ? [[id, found]] : []
      }),
    )
  }

  private async rows() {
    return (await this.isolated.source()).getRepository(CraftgateCheckout)
  }
}
