import type { Localized } from './localized'

/** What a merchant reads when a way to pay cannot do what he asks; `method` is its name. Nothing was sent. */
export const methodRefusals = {
  capture: (method: Localized): Localized => ({
    tr: `${method.tr} ile ön provizyon yoktur; tutar ödeme anında tahsil edilmiştir.`,
    en: `${method.en} has no pre-authorization; the amount was taken when it was paid.`,
  }),
  void: (method: Localized): Localized => ({
    tr: `${method.tr} ödemesi onaylandıktan sonra iptal edilemez; tutarı iade edin.`,
    en: `A payment by ${method.en} cannot be cancelled once it is approved; refund the amount instead.`,
  }),
  partialRefund: (method: Localized): Localized => ({
    tr: `${method.tr} ödemesi yalnızca bütünüyle iade edilebilir.`,
    en: `A payment by ${method.en} can only be refunded as a whole.`,
  }),
  outside: (method: Localized): Localized => ({
    tr: `${method.tr} ile alınan para Craftgate üzerinden geçmez. Parayı kendiniz iade edin, ardından ödemenin İade sayfasında “Craftgate dışında” seçeneğiyle ya da Craftgate panelinde iade edildi olarak işaretleyin.`,
    en: `Money paid by ${method.en} does not pass Craftgate. Give it back yourself, then mark the payment as refunded: on its refund page as “outside Craftgate”, or in the Craftgate panel.`,
  }),
} as const
