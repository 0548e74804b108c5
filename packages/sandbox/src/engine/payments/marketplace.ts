import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import type { SandboxContext } from '../context'
import { findMember } from '../members/find-member'
import type { ChargeItem } from './charge'

/**
 * The rules of developer.craftgate.io/marketplace: a seller is known, gets at most the item's price, and is paid in
 * lira only (api/payment/multi-currency-payment). Throws a validation error.
 */
export function checkSellers(
  ctx: SandboxContext,
  merchant: Merchant,
  { currency, items }: { readonly currency: string; readonly items: readonly ChargeItem[] },
): void {
  for (const { price, subMerchantMemberId, subMerchantMemberPrice = 0 } of items) {
    if (subMerchantMemberPrice > price) throw TOO_MUCH_FOR_THE_SELLER
    if (subMerchantMemberId === undefined) continue
    if (merchant.type === 'STANDARD') throw NO_MARKETPLACE
    if (!findMember(ctx, merchant, subMerchantMemberId)?.isSubMerchant)
      throw unknownSeller(subMerchantMemberId)
    if (currency !== 'TRY') throw SELLERS_ONLY_IN_LIRA
  }
}

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

const NO_MARKETPLACE = ApiError.invalid('4029', {
  tr: 'Satıcı ödemeleri yalnızca pazaryerinde alınabilir',
  en: 'Only a marketplace takes payments for sellers',
})
