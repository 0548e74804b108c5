import { buyerHistory, HISTORY_SIZE, type PostalAddress } from '@craftgate-commerce/core/adapter'
import { Injectable } from '@nestjs/common'
import {
  ConfigService,
  type ID,
  Order,
  OrderService,
  type RequestContext,
  TransactionalConnection,
  TranslatorService,
} from '@vendure/core'
import { IsNull, Not } from 'typeorm'
import type { MoneyScale } from './vendure-money'

const RELATIONS = [
  'customer',
  'lines',
  'lines.productVariant',
  'lines.productVariant.taxCategory',
  'lines.productVariant.productVariantPrices',
  'lines.productVariant.translations',
  'shippingLines',
  'shippingLines.shippingMethod',
  'surcharges',
  'payments',
  'payments.refunds',
] as const

@Injectable()
export class OrderReader implements MoneyScale {
  constructor(
    private readonly orders: OrderService,
    private readonly config: ConfigService,
    private readonly translator: TranslatorService,
    private readonly connection: TransactionalConnection,
  ) {}

  get precision(): number {
    return this.config.entityOptions.moneyStrategy?.precision ?? 2
  }

  /** The order with everything that its price is made of; undefined when it is gone (deleted, merged into another). */
  async read(ctx: RequestContext, id: ID): Promise<Order | undefined> {
    const order = await this.orders.findOne(ctx, id, [...RELATIONS])
    for (const line of order?.shippingLines ?? []) {
      if (line.shippingMethod) line.shippingMethod = this.translator.translate(line.shippingMethod, ctx)
    }
    return order
  }

  /** What the customer of this order placed before, in any channel; for a customer with an account only. */
  async buyerHistory({ id, customer, shippingAddress }: Order): Promise<ReturnType<typeof buyerHistory>> {
    const earlier = await this.connection.rawConnection.getRepository(Order).find({
      select: { id: true, createdAt: true, shippingAddress: true },
      where: {
        id: Not(id),
        customer: { id: customer?.id },
        orderPlacedAt: Not(IsNull()),
        state: Not('Cancelled'),
      },
      order: { createdAt: 'DESC' },
      take: HISTORY_SIZE,
    })
    return buyerHistory(
      earlier.map((each) => addressOf(each.shippingAddress)),
      addressOf(shippingAddress),
    )
  }
}

const addressOf = (address: Order['shippingAddress'] | null): PostalAddress | undefined =>
  address
    ? {
        lines: [address.streetLine1, address.streetLine2],
        city: address.city,
        postalCode: address.postalCode,
        country: address.countryCode,
      }
    : undefined
