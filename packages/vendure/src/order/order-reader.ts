import { Injectable } from '@nestjs/common'
import {
  ConfigService,
  type ID,
  type Order,
  OrderService,
  type RequestContext,
  TranslatorService,
} from '@vendure/core'
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
}
