import type { Money } from '@craftgate-commerce/core'
import { StorefrontError } from '@craftgate-commerce/core/adapter'
import type { BigNumberInput, MedusaContainer } from '@medusajs/framework/types'
import { ContainerRegistrationKeys, QueryContext } from '@medusajs/framework/utils'
import { moneyOf } from '../order'

interface Priced {
  readonly price: Money
  readonly regionId: string
}

interface Cart {
  readonly total: BigNumberInput
  readonly currency_code: string
  readonly region_id: string | null
}

interface Variant {
  readonly product?: {
    readonly status: string
    readonly sales_channels?: readonly ({ readonly id: string } | null)[] | null
  } | null
  readonly calculated_price?: {
    readonly calculated_amount: BigNumberInput | null
    readonly currency_code: string
  } | null
}

/** Prices that the shop itself has. Throw StorefrontError for what is not for sale. */
export class ShopPrices {
  constructor(private readonly container: MedusaContainer) {}

  async ofCart(id: string): Promise<Priced> {
    const fields = ['total', 'currency_code', 'region_id']
    const { data } = await this.query.graph({ entity: 'cart', fields, filters: { id } })
    const cart = data[0] as unknown as Cart | undefined
    if (!cart) throw new StorefrontError('not-sold')
    return { price: payable(moneyOf(cart.total, cart.currency_code)), regionId: cart.region_id ?? '' }
  }

  /** One piece, at the price that the region sells it for; without tax where the region adds it at the checkout. */
  async ofVariant(id: string, regionId: string, channels: readonly string[]): Promise<Priced> {
    const { data: regions } = await this.query.graph({
      entity: 'region',
      fields: ['currency_code'],
      filters: { id: regionId },
    })
    const currency = regions[0]?.currency_code
    if (!currency) throw new StorefrontError('not-sold')
    const { data } = await this.query.graph({
      entity: 'variant',
      fields: ['calculated_price.*', 'product.status', 'product.sales_channels.id'],
      filters: { id },
      context: { calculated_price: QueryContext({ region_id: regionId, currency_code: currency }) },
    })
    const variant = data[0] as unknown as Variant | undefined
    const amount = variant?.calculated_price?.calculated_amount
    if (!variant || !isForSale(variant, channels) || amount == null) throw new StorefrontError('not-sold')
    return { price: payable(moneyOf(amount, currency)), regionId }
  }

  private get query() {
    return this.container.resolve(ContainerRegistrationKeys.QUERY)
  }
}

const isForSale = ({ product }: Variant, channels: readonly string[]): boolean =>
  product?.status === 'published' &&
  (product.sales_channels ?? []).some((channel) => channel && channels.includes(channel.id))

function payable(price: Money): Money {
  if (price.minor > 0) return price
  throw new StorefrontError('nothing-to-pay')
}
