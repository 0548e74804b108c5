import { bankCode } from '../../engine/cards/bank-code'
import type { StoredCard } from '../../engine/cards/card'
import type { Bin } from '../../engine/cards/test-card'
import { localTime } from '../../engine/clock/istanbul'

/** developer.craftgate.io/api/card-storage/search-stored-cards */
export const storedCardView = (card: StoredCard, now: number) => ({
  binNumber: card.bin.bin,
  lastFourDigits: card.lastFour,
  cardUserKey: card.cardUserKey,
  cardToken: card.cardToken,
  cardHolderName: card.holder,
  cardAlias: card.alias,
  cardType: card.bin.type,
  cardAssociation: card.bin.association,
  cardBrand: card.bin.brand,
  cardBankName: card.bin.bankName,
  cardBankId: bankCode(card.bin.bankName),
  isCommercial: card.bin.commercial,
  expireYear: card.expireYear,
  expireMonth: card.expireMonth,
  cardExpiryStatus: expiryStatus(card, now),
  createdAt: localTime(card.createdAt),
})

/** EXPIRED before this month; the card's last month is the one that it names. */
export function expiryStatus({ expireYear, expireMonth }: StoredCard, now: number): string {
  const months = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
  const left = months(`${expireYear}-${expireMonth}`) - months(localTime(now))
  if (left < 0) return 'EXPIRED'
  return left === 0 ? 'WILL_EXPIRE_NEXT_MONTH' : 'NOT_EXPIRED'
}

/** developer.craftgate.io/api/installment-and-bin-inquiry/retrieve-bin */
export const binView = (bin: Bin) => ({
  binNumber: bin.bin,
  cardType: bin.type,
  cardAssociation: bin.association,
  cardBrand: bin.brand,
  bankName: bin.bankName,
  bankCode: bankCode(bin.bankName),
  commercial: bin.commercial,
})
