import type { ChargeItem } from '../../engine/payments/charge'
import { ApiError } from '../../errors/api-error'
import { exponentOf, requireMinor, toText } from '../../money/minor'

interface Priced {
  readonly price: number
  readonly paidPrice: number
  readonly currency: string
  readonly items: readonly ItemRequest[]
}

interface ItemRequest {
  readonly name?: string
  readonly externalId?: string
  readonly price: number
  readonly subMerchantMemberId?: number
  readonly subMerchantMemberPrice?: number
  readonly blockageDay?: number
}

/** A request's amounts in minor units. Throws when the items do not sum to the price, to the last minor unit. */
export function readPrices({ price, paidPrice, currency, items }: Priced) {
  const total = requireMinor('price', price, currency)
  const minorItems = items.map((item, index) => readItem(item, `items.${index}`, currency))
  const sum = minorItems.reduce((all, item) => all + item.price, 0)
  if (sum !== total) throw wrongSum(toText(sum, exponentOf(currency)), toText(total, exponentOf(currency)))
  return { price: total, paidPrice: requireMinor('paidPrice', paidPrice, currency), items: minorItems }
}

function readItem(item: ItemRequest, path: string, currency: string): ChargeItem {
  const { subMerchantMemberPrice: part } = item
  return {
    ...item,
    price: requireMinor(`${path}.price`, item.price, currency),
    subMerchantMemberPrice:
      part === undefined ? undefined : requireMinor(`${path}.subMerchantMemberPrice`, part, currency),
  }
}

const wrongSum = (sum: string, price: string) =>
  ApiError.invalid('4005', {
    tr: `Kırılım tutarlarının toplamı (${sum}) ödeme tutarına (${price}) eşit olmalıdır`,
    en: `The items sum to ${sum}, but the price is ${price}`,
  })
