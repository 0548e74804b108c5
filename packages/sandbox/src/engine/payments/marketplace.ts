import { ApiError } from '../../errors/api-error'
import type { Member, Merchant } from '../../seed/seed'
import type { ChargeItem } from './charge'

const memberOf = ({ members }: Merchant, id: number | undefined): Member | undefined =>
  members.find((member) => member.id === id)

/**
 * The rules of developer.craftgate.io/marketplace: a seller is known, gets at most the item's price, and is paid in
 * lira only (api/payment/multi-currency-payment). Throws a validation error.
 */
export function checkSellers(merchant: Merchant, currency: string, items: readonly ChargeItem[]): void {
  for (const { price, subMerchantMemberId, subMerchantMemberPrice = 0 } of items) {
    if (subMerchantMemberPrice > price) throw TOO_MUCH_FOR_THE_SELLER
    if (subMerchantMemberId === undefined) continue
    if (!memberOf(merchant, subMerchantMemberId)?.isSubMerchant) throw unknownSeller(subMerchantMemberId)
    if (currency !== 'TRY') throw SELLERS_ONLY_IN_LIRA
  }
}

/** Whether a refund may go to the buyer's wallet. */
export const hasWallet = (merchant: Merchant, buyerMemberId: number | undefined): boolean =>
  memberOf(merchant, buyerMemberId)?.hasWallet === true

const unknownSeller = (id: number) =>
  ApiError.invalid('4036', { tr: `Satıcı üye bulunamadı: ${id}`, en: `There is no sub-merchant ${id}` })

const TOO_MUCH_FOR_THE_SELLER = ApiError.invalid('4037', {
  tr: '"subMerchantMemberPrice", kırılım tutarından büyük olamaz',
  en: '"subMerchantMemberPrice" must not be above the price of its item',
})

const SELLERS_ONLY_IN_LIRA = ApiError.invalid('4038', {
  tr: 'Pazaryeri ödemeleri Türk Lirası dışında alınamaz',
  en: 'Marketplace payments are taken in Turkish lira only',
})
