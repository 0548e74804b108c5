import { ApiError } from '../../errors/api-error'
import type { Merchant } from '../../seed/seed'
import { hasWallet } from '../payments/marketplace'

/** Throws a validation error unless the buyer is named and has a wallet. */
export function requireBuyerWallet(merchant: Merchant, buyerMemberId: number | undefined): void {
  if (buyerMemberId === undefined) throw WHOSE_WALLET
  if (!hasWallet(merchant, buyerMemberId)) throw NO_WALLET
}

const WHOSE_WALLET = ApiError.invalid('4017', {
  tr: 'Cüzdana para yüklemek için "buyerMemberId" zorunludur',
  en: 'Loading a wallet needs "buyerMemberId"',
})

const NO_WALLET = ApiError.invalid('4018', {
  tr: 'Alıcının cüzdanı bulunamadı',
  en: 'The buyer has no wallet',
})
