import type { Localized } from './localized'

export const unknownMerchantMessage = (merchant: string, known: string): Localized => ({
  tr: `Craftgate ayarlarında '${merchant}' adlı üye işyeri yok; tanımlı olanlar: ${known}`,
  en: `The Craftgate settings have no merchant '${merchant}'; known are: ${known}`,
})

export const unknownAccountMessage = (account: string, known: string): Localized => ({
  tr: `Bu ödeme '${account}' hesabına ait, ancak Craftgate ayarlarında bu hesabın anahtarları yok; tanımlı hesaplar: ${known}`,
  en: `This payment belongs to the account '${account}', whose keys are not in the Craftgate settings; known accounts are: ${known}`,
})
