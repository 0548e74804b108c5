import {
  AdjustmentType,
  CurrencyCode,
  type DeepPartial,
  DefaultOrderTaxCalculationStrategy,
  Order,
  OrderLine,
  Payment,
  ProductVariant,
  ShippingLine,
  ShippingMethod,
  Surcharge,
} from '@vendure/core'

let nextId = 1

export interface LineFacts {
  /** As Vendure stores it; with tax unless `excludingTax`. */
  readonly price: number
  readonly quantity?: number
  readonly taxRate?: number
  /** Taken off the whole line by promotions; positive. */
  readonly promotion?: number
  /** The line's share of an order discount; positive. */
  readonly orderDiscount?: number
  readonly excludingTax?: boolean
}

const adjustment = (type: AdjustmentType, amount = 0) =>
  amount === 0 ? [] : [{ type, amount: -amount, description: type, adjustmentSource: type, data: {} }]

export function line(facts: LineFacts): OrderLine {
  const quantity = facts.quantity ?? 1
  return new OrderLine({
    id: nextId++,
    quantity,
    orderPlacedQuantity: 0,
    listPrice: facts.price,
    listPriceIncludesTax: !facts.excludingTax,
    taxLines: [{ description: 'KDV', taxRate: facts.taxRate ?? 20 }],
    adjustments: [
      ...adjustment(AdjustmentType.PROMOTION, facts.promotion),
      ...adjustment(AdjustmentType.DISTRIBUTED_ORDER_PROMOTION, facts.orderDiscount),
    ],
    productVariant: new ProductVariant({ name: 'Fincan' }),
  })
}

export function shipping(facts: LineFacts): ShippingLine {
  return new ShippingLine({
    id: nextId++,
    listPrice: facts.price,
    listPriceIncludesTax: !facts.excludingTax,
    taxLines: [{ description: 'KDV', taxRate: facts.taxRate ?? 20 }],
    adjustments: adjustment(AdjustmentType.PROMOTION, facts.promotion),
    shippingMethod: new ShippingMethod({ name: 'Kargo' }),
  })
}

export function surcharge(description: string, facts: LineFacts): Surcharge {
  return new Surcharge({
    id: nextId++,
    description,
    sku: '',
    listPrice: facts.price,
    listPriceIncludesTax: !facts.excludingTax,
    taxLines: [{ description: 'KDV', taxRate: facts.taxRate ?? 20 }],
  })
}

/** Every order is totalled by Vendure's own strategy. */
export function orderOf(parts: DeepPartial<Order>): Order {
  const order = new Order({
    id: nextId++,
    code: 'T1',
    state: 'ArrangingPayment',
    currencyCode: CurrencyCode.TRY,
    lines: [],
    shippingLines: [],
    surcharges: [],
    payments: [],
    ...parts,
  })
  return Object.assign(order, new DefaultOrderTaxCalculationStrategy().calculateOrderTotals(order))
}

export function payment(amount: number, state: Payment['state'], refunded = 0): Payment {
  return new Payment({
    amount,
    state,
    method: 'gift-card',
    refunds: refunded === 0 ? [] : [{ total: refunded, state: 'Settled' }],
  })
}
