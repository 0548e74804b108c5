import { type Localized, type MoneyResult, reasonOf, sentenceIn } from '@craftgate-commerce/core'
import { MedusaError } from '@medusajs/framework/utils'

/** What Medusa's admin shows the merchant. */
export const refuse = (language: 'tr' | 'en', sentence: Localized): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, sentenceIn(language, sentence))

const NO_REASON: Localized = {
  tr: 'Craftgate işlemi tamamlamadı; nedenini Craftgate panelinde görebilirsiniz',
  en: 'Craftgate did not carry this out; the Craftgate panel tells why',
}

/** Throws unless the money call is done: Medusa has no state for one that is still on its way. */
export function requireDone(language: 'tr' | 'en', result: MoneyResult): void {
  if (result.state !== 'done') throw refuse(language, reasonOf(result) ?? NO_REASON)
}

export const NOT_OURS: Localized = {
  tr: 'Bu ödemenin Craftgate kaydı bulunamadı',
  en: 'There is no Craftgate record of this payment',
}

export const NO_PARTIAL_CAPTURE: Localized = {
  tr: 'Craftgate bir provizyonu tek seferde kapatır, kalan blokaj çözülür. Tutarın tamamını çekin; azını almak istiyorsanız tamamını çekip farkı iade edin',
  en: 'Craftgate captures a pre-authorization once, and the rest of it is released. Capture the whole amount; to take less, capture it and refund the difference',
}

export const CAPTURED_ALREADY: Localized = {
  tr: 'Bu ödeme çekilmiş; iptal yerine iade edin',
  en: 'This payment is captured; refund it instead of cancelling it',
}
