import type { Bilingual } from './catalogue'

/** What a shopper reads who pays by transfer. The account is nobody's. */
export const TRANSFER_INSTRUCTIONS: Bilingual = {
  tr: 'Zerdali Kahve, IBAN: TR12 0006 2000 0000 0006 2953 35. Açıklamaya sipariş numaranızı yazın.',
  en: 'Zerdali Kahve, IBAN: TR12 0006 2000 0000 0006 2953 35. Write the number of your order as the reference.',
}

export const TRANSFER_NAME: Bilingual = { tr: 'Havale / EFT', en: 'Bank transfer' }

export const TRANSFER_DESCRIPTION: Bilingual = {
  tr: 'Siparişinizi şimdi verin, tutarı banka hesabımıza gönderin.',
  en: 'Place your order now and send the amount to our bank account.',
}
