import { bankCode } from '../../engine/cards/bank-code'
import type { StoredCard } from '../../engine/cards/card'
import { expiryStatus } from '../../engine/cards/expiry-status'
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
  expireYear: card.expireYear,
  expireMonth: card.expireMonth,
  isCommercial: card.bin.commercial,
  commercial: card.bin.commercial,
  cardExpiryStatus: expiryStatus(card, now),
  createdAt: localTime(card.createdAt),
})

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
