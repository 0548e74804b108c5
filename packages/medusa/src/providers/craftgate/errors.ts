import type { Localized, OperationResult } from '@craftgate-commerce/core'
import { pendingReason, sentenceIn } from '@craftgate-commerce/core/adapter'
import { MedusaError } from '@medusajs/framework/utils'

/** What Medusa's admin shows the merchant. */
export const notAllowed = (language: 'tr' | 'en', sentence: Localized): MedusaError =>
  new MedusaError(MedusaError.Types.NOT_ALLOWED, sentenceIn(language, sentence))

const NO_REASON: Localized = {
  tr: 'Craftgate işlemi tamamlamadı; nedenini Craftgate panelinde görebilirsiniz',
  en: 'Craftgate did not carry this out; the Craftgate panel tells why',
}

/** Throws unless the operation is done: Medusa has no state for one that is still on its way. */
export function requireDone(language: 'tr' | 'en', result: OperationResult): void {
  if (result.state !== 'done') throw notAllowed(language, pendingReason(result) ?? NO_REASON)
}

export const NOT_OURS: Localized = {
  tr: 'Bu ödemenin Craftgate kaydı bulunamadı',
  en: 'There is no Craftgate record of this payment',
}

export const CAPTURED_ONCE: Localized = {
  tr: 'Bu provizyon bir kez kapatıldı; kalan blokaj çözüldü, artık çekilemez',
  en: 'This pre-authorization was captured once; the rest of it was released and can not be captured any more',
}

export const CAPTURED_ALREADY: Localized = {
  tr: 'Bu ödeme çekilmiş; iptal yerine iade edin',
  en: 'This payment is captured; refund it instead of cancelling it',
}

export const PAID_ALREADY: Localized = {
  tr: 'Bu oturum bir siparişi ödedi; yerine yenisi açılamaz',
  en: 'This session has paid an order; no other can take its place',
}

export const RECORDED_ALREADY: Localized = {
  tr: 'Bu iade zaten kayda geçmiş',
  en: 'This refund is entered already',
}

export const BEING_RECORDED: Localized = {
  tr: 'Bu tutarda bir iade şu anda kayda geçiyor; birazdan yeniden deneyin',
  en: 'A refund of this amount is being entered right now; try again in a moment',
}
